package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.spring.AntispamWatch;
import io.github.ovhantispam.spring.test.AutoConfigureAntispamEmulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureAntispamEmulator
class MailGuardTest {

    @Autowired
    private MailGuard guard;

    @Autowired
    private AntispamEmulator emulator;

    @Autowired
    private AntispamWatch watch;

    @Test
    void blocked_afterABlock_hasTheAddress() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        assertThat(guard.blocked()).containsExactly(IpAddress.of("192.0.2.1"));
    }

    @Test
    void watch_afterABlock_notifiesOnce_withItsStateInTheDatabase() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").blockedFor(Duration.ofHours(1));

        watch.once();
        watch.once();

        assertThat(guard.notices()).filteredOn(notice -> notice.contains("192.0.2.2")).hasSize(1);
    }
}
