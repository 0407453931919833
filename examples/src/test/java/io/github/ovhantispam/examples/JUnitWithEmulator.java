package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of an application's own class, {@link Releaser}, against the emulator: an hour takes milliseconds. */
class JUnitWithEmulator {

    @RegisterExtension
    static final AntispamEmulatorExtension ovh = AntispamEmulatorExtension.create();

    private AntispamClient antispam;

    /** A class as an application has it. */
    private record Releaser(AntispamClient antispam) {

        List<IpAddress> releaseAll(Precaution precaution) {
            return antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM).run().findings().stream()
                    .map(finding -> finding.resource().release(precaution).await())
                    .map(free -> free.ipSpamming())
                    .toList();
        }
    }

    @BeforeEach
    void createClient() {
        antispam = AntispamClient.builder()
                .environment(ovh.environment())
                .clock(ovh.clock())
                .sleeper(ovh.clock()::sleep)
                .build();
    }

    @AfterEach
    void closeClient() {
        antispam.close();
    }

    @Test
    void releaseAll_ofABlockedAddress_waitsUntilItIsUnblocked() {
        ovh.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        List<IpAddress> released = new Releaser(antispam).releaseAll(Precaution.mailStoppedAndQueueEmptied());

        assertThat(released).containsExactly(IpAddress.of("192.0.2.1"));
        assertThat(ovh.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").state()).isEqualTo(SpamState.UNBLOCKED);
    }

    @Test
    void releaseAll_whenTheServerFails_asksForTheReleaseOnce() {
        ovh.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ZERO);
        ovh.faults().on(Operation.UNBLOCK).status(500);
        Releaser releaser = new Releaser(antispam);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> releaser.releaseAll(Precaution.mailStoppedAndQueueEmptied()));
        ovh.journal().verify(Operation.UNBLOCK, 1);
    }
}
