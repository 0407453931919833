package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.BlockNotFoundException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.emulator.AntispamEmulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpamAlertLocateTest {

    private final AntispamEmulator emulator = AntispamEmulator.start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(emulator.clock())
            .build();

    @BeforeEach
    void addBlock() {
        emulator.ipBlock("122.122.122.121/28");
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private static SpamAlert alertAbout(String address) {
        return SpamAlert.parse(AlertWording.of("fr").alert(address, List.of())).orElseThrow();
    }

    @Test
    void locate_addressOfTheAccount_isFoundInItsBlock() {
        SpamIpResource ip = alertAbout("122.122.122.122").locate(antispam);

        assertThat(ip.ipSpamming()).hasToString("122.122.122.122");
        assertThat(ip.block()).hasToString("122.122.122.121/28");
    }

    @Test
    void locate_forgedAddress_isNotOfTheAccount() {
        assertThatExceptionOfType(BlockNotFoundException.class)
                .isThrownBy(() -> alertAbout("203.0.113.25").locate(antispam));
    }
}
