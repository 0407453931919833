package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose clock does not move while the client waits in real time, and servers that only look like one. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StandingClockTest {

    private final EmulatorClock clock = EmulatorClock.startingAt(TestAccount.START);
    private final AntispamEmulator emulator =
            AntispamEmulator.builder().clock(clock).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    private static Release release(AntispamClient antispam) {
        return antispam.ipBlock(TestAccount.BLOCK).spamIp(TestAccount.ADDRESS).release(ip -> {});
    }

    private void block(Duration time) {
        emulator.ipBlock(TestAccount.BLOCK).spamIp(TestAccount.ADDRESS).blockedFor(time);
    }

    private long unblocks() {
        return emulator.journal().count(Operation.UNBLOCK);
    }

    private AntispamClient builtOnTheEnvironmentAlone() {
        return AntispamClient.builder().environment(emulator.environment()).build();
    }

    @Test
    void release_byAClockThatNeverMoves_asksOnceAndSaysSo() {
        block(Duration.ofSeconds(3));
        try (AntispamClient antispam = builtOnTheEnvironmentAlone()) {
            WaitTimeoutException thrown = catchThrowableOfType(
                    WaitTimeoutException.class, () -> release(antispam).await());

            assertThat(thrown)
                    .hasMessageStartingWith("192.0.2.1 is not released: the server's clock has stood still at"
                            + " 2026-01-01T12:00:00Z for ")
                    .hasMessageContaining("sleeper(emulator.clock()::sleep)");
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            assertThat(unblocks()).isEqualTo(1);
        }
    }

    @Test
    void release_byAClockThatStoodStillForAWhile_asksAgain() {
        block(Duration.ofSeconds(3));
        try (AntispamClient antispam = builtOnTheEnvironmentAlone()) {
            Release release = antispam.ipBlock(TestAccount.BLOCK)
                    .spamIp(TestAccount.ADDRESS)
                    .release(ip -> {
                        if (unblocks() > 0) {
                            throw new PrecautionException("far enough");
                        }
                    })
                    .onProgress(progress -> {
                        if (unblocks() == 1) {
                            clock.advance(Duration.ofSeconds(30)); // while it has second thoughts
                        }
                    });

            assertThat(catchThrowableOfType(PrecautionException.class, release::await))
                    .hasMessageContaining("far enough");
        }
    }

    /** As a server would whose reckoning of the block is another one. */
    @Test
    void release_refusedOverAndOverByAClockThatMoves_goesOn() {
        block(Duration.ofSeconds(10));
        emulator.faults().on(Operation.UNBLOCK).times(5).status(400, "This IP address is still blocked for 10 seconds");
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(clock)
                .sleeper(clock::sleep)
                .build()) {
            assertThat(release(antispam).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(unblocks()).isEqualTo(6);
        }
    }

    /** A real server's date does not follow a client whose waits take no time. */
    @Test
    void release_refusedOverAndOverWhileTheClientsWaitsTakeNoTime_provesNothing() {
        block(Duration.ZERO);
        AtomicReference<Instant> own = new AtomicReference<>(TestAccount.START);
        emulator.faults().on(Operation.UNBLOCK).times(3).status(400, "This IP address is still blocked for 10 seconds");
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(own::get)
                .sleeper(pause -> {
                    own.updateAndGet(now -> now.plus(pause));
                    if (unblocks() == 4) {
                        clock.advance(pause);
                    }
                })
                .build()) {
            assertThat(release(antispam).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(unblocks()).isEqualTo(4);
        }
    }
}
