package io.github.ovhantispam.consumer;

import static io.github.ovhantispam.client.WatchNotice.Kind.BLOCKED;
import static io.github.ovhantispam.client.WatchNotice.Kind.UNBLOCKED;
import static io.github.ovhantispam.client.WatchNotice.Kind.UNBLOCKING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test of a watch that README shows. */
class WatchInAnApplicationTest {

    @RegisterExtension
    static final AntispamEmulatorExtension ovh = AntispamEmulatorExtension.create();

    @Test
    void watch_onTheTestsOwnThread_hearsWhatItsHandlerDoes() {
        EmulatedSpamIp address =
                ovh.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(Duration.ofHours(1));
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(ovh.environment())
                .clock(ovh.clock())
                .sleeper(ovh.clock()::sleep)
                .build()) {
            List<WatchNotice.Kind> heard = new ArrayList<>();
            assertThrows(
                    AntispamInterruptedException.class,
                    () -> antispam.sweep().watch(Duration.ofMinutes(1)).await(event -> {
                        heard.add(((WatchNotice.Change) event).kind());
                        switch (heard.size()) {
                            case 1 -> address.unblocking();
                            case 3 -> Thread.currentThread().interrupt();
                            default -> {}
                        }
                    }));
            assertTrue(Thread.interrupted());
            assertEquals(List.of(BLOCKED, UNBLOCKING, UNBLOCKED), heard);
        }
    }
}
