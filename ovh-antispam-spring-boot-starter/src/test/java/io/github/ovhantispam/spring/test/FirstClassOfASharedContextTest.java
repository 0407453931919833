package io.github.ovhantispam.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** One of two classes with one context, and one emulator in it, reset before each test. */
@SpringBootTest(classes = SharedContextApplication.class)
@AutoConfigureAntispamEmulator
class FirstClassOfASharedContextTest {

    @Autowired
    private AntispamEmulator emulator;

    @Autowired
    private AntispamClient client;

    @Test
    void client_ofTheContext_meetsAnEmptyEmulator() {
        assertThat(client.ipBlocks().list()).isEmpty();
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        assertThat(client.ipBlocks().list()).hasSize(1);
        SharedContextApplication.noteEmulator(emulator);
    }

    @Test
    void client_afterAnotherTest_meetsAnEmptyEmulator() {
        client_ofTheContext_meetsAnEmptyEmulator();
    }
}
