package io.github.ovhantispam.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

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
        pace.refused(refused, Duration.ofSeconds(20));
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void refusalsOfRequestsThatWereOutAlready_slowOnce() {
        Pace pace = new Pace(clock, Duration.ZERO);
        long first = turn(pace);
        long second = turn(pace);
        long third = turn(pace);
        pace.refused(first, null);
        pace.refused(second, null);
        pace.refused(third, null);
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofMillis(250));
    }

    @Test
    void refusalsThatGoOn_doubleTheWait_upToABound() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null);
        }

        assertThat(waits.stream().map(Duration::toMillis))
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L);
    }

    @Test
    void answers_bringTheSpeedBack() {
        Pace pace = new Pace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null);
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
