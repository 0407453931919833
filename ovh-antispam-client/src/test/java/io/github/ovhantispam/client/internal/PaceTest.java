package io.github.ovhantispam.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.emulator.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AntispamException refusal = new AntispamIOException("too much", null, false);

    private final EmulatorClock clock = EmulatorClock.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Duration> waits = new ArrayList<>();

    private long turn(Pace pace) {
        return pace.await(
                duration -> {
                    waits.add(duration);
                    clock.advance(duration);
                },
                CallScope.root());
    }

    @Test
    void unlimited_doesNotWait() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            turn(pace);
            pace.accepted();
        }

        assertThat(waits).isEmpty();
    }

    @Test
    void rate_spreadsTheTurnsEvenly() {
        Pace pace = new Pace(clock, Duration.ofSeconds(1));
        turn(pace);
        turn(pace);
        clock.advance(Duration.ofMillis(400));
        turn(pace);
        clock.advance(Duration.ofSeconds(9));
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(600));
    }

    @Test
    void refusal_makesAllWait_asLongAsItSays() {
        Pace pace = new Pace(clock, Duration.ZERO);
        long refused = turn(pace);
        pace.refused(refused, Duration.ofSeconds(20), refusal);
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void refusalsOfRequestsThatWereOutAlready_slowOnce() {
        Pace pace = new Pace(clock, Duration.ZERO);
        long first = turn(pace);
        long second = turn(pace);
        long third = turn(pace);
        pace.refused(first, null, refusal);
        pace.refused(second, null, refusal);
        pace.refused(third, null, refusal);
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void refusalsThatGoOn_doubleTheWait_upToABound() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null, refusal);
        }

        assertThat(waits.stream().map(Duration::toMillis))
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L);
    }

    @Test
    void refusalsWithoutEnd_areNotWaitedFor() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            pace.refused(turn(pace), Duration.ofMinutes(5), refusal);
        }
        assertThat(pace.left()).isEqualTo(Duration.ofMinutes(5));

        assertThatExceptionOfType(AntispamTimeoutException.class)
                .isThrownBy(() -> turn(pace))
                .withMessageContaining("refused the last 10 requests of the sweep, since 2026-01-01T00:00:00Z")
                .withCause(refusal);
        clock.advance(Duration.ofMinutes(5));
        pace.accepted();
        turn(pace);
        assertThat(waits).hasSize(9);
    }

    @Test
    void refusalsThatAreFew_orOfAShortTime_areWaitedFor() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 9; i++) {
            pace.refused(turn(pace), Duration.ofMinutes(5), refusal); // few, over a long time
        }
        turn(pace);
        pace.accepted();
        for (int i = 0; i < 20; i++) {
            pace.refused(turn(pace), Duration.ofSeconds(20), refusal); // many, in a short one
        }
        turn(pace);

        assertThat(waits).filteredOn(Duration.ofMinutes(5)::equals).hasSize(9);
        assertThat(waits).filteredOn(Duration.ofSeconds(20)::equals).hasSize(20);
    }

    @Test
    void sleeperThatDoesNotAdvanceTheClock_isAskedOnceATurn() {
        Pace pace = new Pace(clock, Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            pace.await(waits::add, CallScope.root());
        }

        assertThat(waits).hasSize(4);
    }

    @Test
    void clockThatIsPutBack_makesNobodyWaitForIt() {
        AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
        Pace pace = new Pace(() -> clock.instant().plus(shift.get()), Duration.ofSeconds(1));
        turn(pace);
        shift.set(Duration.ofHours(-1));
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void answers_bringTheSpeedBack() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null, refusal);
        }
        waits.clear();
        for (int i = 0; i < 60; i++) {
            turn(pace);
            pace.accepted();
        }

        assertThat(waits).hasSizeLessThan(50).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(waits.get(10)).isLessThan(Duration.ofSeconds(4));
    }
}
