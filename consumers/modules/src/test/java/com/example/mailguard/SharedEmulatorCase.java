package com.example.mailguard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import io.github.ovhantispam.model.IpAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Run by {@link OldJUnitTest}, which looks what is left of it. */
class SharedEmulatorCase {

    @RegisterExtension
    static final AntispamEmulatorExtension ovh = AntispamEmulatorExtension.create().shared();

    static AntispamEmulator emulator;

    @Test
    void blocked_afterABlock_hasTheAddress() {
        emulator = ovh.emulator();
        ovh.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        try (AntispamClient antispam =
                AntispamClient.builder().environment(ovh.environment()).build()) {
            assertEquals(List.of(IpAddress.of("192.0.2.1")), new MailGuard(antispam).blocked());
        }
    }
}
