package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose clock does not move while the client waits by its own. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StandingClockTest {

    private static final Instant START = TestAccount.START;

    private final EmulatorClock serverClock = EmulatorClock.startingAt(START);
    private final AntispamEmulator emulator =
            AntispamEmulator.builder().clock(serverClock).start();
    private final AtomicReference<Instant> clientTime = new AtomicReference<>(START);
    private final List<Duration> waits = new ArrayList<>();

    @AfterEach
    void close() {
        emulator.close();
    }

    private AntispamClient client(Consumer<Duration> whileWaiting) {
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(clientTime::get)
                .sleeper(pause -> {
                    waits.add(pause);
                    clientTime.updateAndGet(now -> now.plus(pause));
                    whileWaiting.accept(pause);
                })
                .build();
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

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 10, 129, 3600, 86_400})
    void release_byAClockThatNeverMoves_asksOnceAndSaysSo(long seconds) {
        block(Duration.ofSeconds(seconds));
        try (AntispamClient antispam = client(pause -> {})) {
            WaitTimeoutException thrown = catchThrowableOfType(
                    WaitTimeoutException.class, () -> release(antispam).await());

            assertThat(thrown)
                    .hasMessageStartingWith("192.0.2.1 is not released: the server's clock has stood still at"
                            + " 2026-01-01T12:00:00Z for ")
                    .hasMessageContaining("sleeper(emulator.clock()::sleep)");
            assertThat(thrown.mayHaveBeenProcessed()).isFalse();
            // After an hour, the signature is refused first: nothing ran, and it is sent again with the server's time.
            assertThat(unblocks()).isEqualTo(seconds < 600 ? 1 : 2);
            assertThat(waits).hasSize(2);
        }
    }

    @Test
    void release_ofABlockOfASecond_asksTwiceAtMost() {
        block(Duration.ofSeconds(1));
        try (AntispamClient antispam = client(pause -> {})) {
            assertThat(catchThrowableOfType(
                            WaitTimeoutException.class, () -> release(antispam).await()))
                    .hasMessageContaining("has stood still");
            assertThat(unblocks()).isBetween(1L, 2L);
        }
    }

    @Test
    void release_withTheEnvironmentAlone_saysSoInRealTime() {
        block(Duration.ofSeconds(2));
        try (AntispamClient antispam =
                AntispamClient.builder().environment(emulator.environment()).build()) {
            assertThat(catchThrowableOfType(
                            WaitTimeoutException.class, () -> release(antispam).await()))
                    .hasMessageContaining("has stood still");
            assertThat(unblocks()).isBetween(1L, 2L);
        }
    }

    @Test
    void release_byAClockThatStoodStillForAWhile_goesOn() {
        block(Duration.ofSeconds(10));
        try (AntispamClient antispam = client(pause -> {
            if (waits.size() > 1) {
                serverClock.advance(pause);
            }
        })) {
            SpamIp released = release(antispam).await();

            assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(unblocks()).isBetween(2L, 3L);
        }
    }

    /** As a server with another reckoning of the same block would. */
    @Test
    void release_refusedOverAndOverByAClockThatMoves_goesOn() {
        block(Duration.ofSeconds(10));
        emulator.faults().on(Operation.UNBLOCK).times(5).status(400, "This IP address is still blocked for 10 seconds");
        try (AntispamClient antispam = client(serverClock::advance)) {
            assertThat(release(antispam).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(unblocks()).isEqualTo(6);
        }
    }

    @Test
    void release_acceptedByAClockThatStandsStill_saysSoWhenItsTimeHasEnded() {
        block(Duration.ZERO);
        emulator.ipBlock(TestAccount.BLOCK)
                .spamIp(TestAccount.ADDRESS)
                .transition(Transition.after(Duration.ofMinutes(5)));
        try (AntispamClient antispam = client(pause -> {})) {
            WaitTimeoutException thrown = catchThrowableOfType(
                    WaitTimeoutException.class, () -> release(antispam).await());

            assertThat(thrown)
                    .hasMessageContaining("the time limit has ended; seen so far: ")
                    .hasMessageContaining("; the server's clock has stood still");
            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(unblocks()).isEqualTo(1);
        }
    }

    @Test
    void release_thatIsTooShortForDoubts_endsAsBefore() {
        block(Duration.ofSeconds(10));
        try (AntispamClient antispam = client(pause -> {})) {
            assertThat(catchThrowableOfType(
                            WaitTimeoutException.class,
                            () -> release(antispam)
                                    .timeout(Duration.ofSeconds(12))
                                    .await()))
                    .hasMessageContaining("the block lasts another 10 s, longer than the time limit");
            assertThat(unblocks()).isEqualTo(1);
        }
    }
}
