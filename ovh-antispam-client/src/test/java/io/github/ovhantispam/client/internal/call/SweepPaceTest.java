package io.github.ovhantispam.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.emulator.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepPaceTest {

    private final AntispamException refusal = new AntispamIOException("too much", null, false);

    private final EmulatorClock clock = EmulatorClock.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Duration> waits = new ArrayList<>();

    private long turn(SweepPace pace) {
        return pace.await(
                duration -> {
                    waits.add(duration);
                    clock.advance(duration);
                },
                CancellationScope.root());
    }

    @Test
    void unlimited_doesNotWait() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 100; i++) {
            pace.accepted(turn(pace));
        }

        assertThat(waits).isEmpty();
    }

    @Test
    void rate_spreadsTheTurnsEvenly() {
        SweepPace pace = new SweepPace(clock, Duration.ofSeconds(1));
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
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        long refused = turn(pace);
        pace.refused(refused, Duration.ofSeconds(20), refusal);
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void refusalsOfRequestsThatWereOutAlready_slowOnce() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
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
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null, refusal);
        }

        assertThat(waits.stream().map(Duration::toMillis))
                .containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 8000L);
    }

    @Test
    void refusalsWithoutEnd_areNotWaitedFor() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 10; i++) {
            pace.refused(turn(pace), Duration.ofMinutes(5), refusal);
        }
        assertThat(pace.left()).isEqualTo(Duration.ofMinutes(5));

        assertThatExceptionOfType(AntispamTimeoutException.class)
                .isThrownBy(() -> turn(pace))
                .withMessageContaining("refused the last 10 requests of the sweep, since 2026-01-01T00:00:00Z")
                .withCause(refusal);
        clock.advance(Duration.ofMinutes(5));
        pace.accepted(10);
        turn(pace);
        assertThat(waits).hasSize(9);
    }

    @Test
    void refusalsThatAreFew_orOfAShortTime_areWaitedFor() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 9; i++) {
            pace.refused(turn(pace), Duration.ofMinutes(5), refusal); // few, over a long time
        }
        pace.accepted(turn(pace));
        for (int i = 0; i < 20; i++) {
            pace.refused(turn(pace), Duration.ofSeconds(20), refusal); // many, in a short one
        }
        turn(pace);

        assertThat(waits).filteredOn(Duration.ofMinutes(5)::equals).hasSize(9);
        assertThat(waits).filteredOn(Duration.ofSeconds(20)::equals).hasSize(20);
    }

    @Test
    void sleeperThatDoesNotAdvanceTheClock_isAskedOnceATurn() {
        SweepPace pace = new SweepPace(clock, Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            pace.await(waits::add, CancellationScope.root());
        }

        assertThat(waits).hasSize(4);
    }

    @Test
    void clockThatIsPutBack_makesNobodyWaitForIt() {
        AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
        SweepPace pace = new SweepPace(() -> clock.instant().plus(shift.get()), Duration.ofSeconds(1));
        turn(pace);
        shift.set(Duration.ofHours(-1));
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void answers_bringTheSpeedBack() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null, refusal);
        }
        waits.clear();
        for (int i = 0; i < 60; i++) {
            pace.accepted(turn(pace));
        }

        assertThat(waits.stream().map(Duration::toMillis)).containsExactly(8000L, 2000L, 500L, 125L, 31L);
    }

    @Test
    void answersAfterRefusalsThatCameBackSoon_bringTheSpeedBackSlowly() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int burst = 0; burst < 2; burst++) {
            for (int i = 0; i < 3; i++) {
                pace.refused(turn(pace), null, refusal);
            }
            pace.accepted(turn(pace));
        }
        waits.clear();
        for (int i = 0; i < 60; i++) {
            pace.accepted(turn(pace));
        }

        assertThat(waits).hasSizeBetween(20, 40).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    /** The server may say for how long to leave it alone while it still answers what it has taken in before. */
    @Test
    void answer_doesNotShortenWhatARefusalAskedFor() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        long early = turn(pace);
        pace.refused(turn(pace), null, refusal);
        long late = turn(pace);
        pace.refused(early, Duration.ofSeconds(30), refusal);
        pace.accepted(late);
        waits.clear();
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofSeconds(30));
    }

    private Duration elapsed(Runnable work) {
        Instant before = clock.instant();
        work.run();
        return Duration.between(before, clock.instant());
    }

    /** An eighth off for each answer took 32 s more to find the speed again. */
    @Test
    void refusalsOfAnOutage_areSoonForgotten() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        for (int i = 0; i < 8; i++) {
            pace.refused(turn(pace), null, refusal);
        }

        Duration took = elapsed(() -> {
            for (int i = 0; i < 300; i++) {
                pace.accepted(turn(pace));
            }
        });

        assertThat(took).isLessThan(Duration.ofSeconds(11));
    }

    @Test
    void answersOfRequestsThatWereOutAlready_doNotBringTheSpeedBack() {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        long first = turn(pace);
        long second = turn(pace);
        pace.refused(second, null, refusal);
        pace.accepted(first);
        turn(pace);
        turn(pace);

        assertThat(waits).containsExactly(Duration.ofMillis(250), Duration.ofMillis(250));
    }

    /** A server that lets so many requests a second through, after a first few of them at once. */
    @ParameterizedTest
    @CsvSource({"20, 1", "20, 20", "5, 5", "2, 10", "1, 1", "0.5, 1"})
    void limitOfTheServer_isNotRunIntoAllTheTime(double perSecond, int atOnce) {
        SweepPace pace = new SweepPace(clock, Duration.ZERO);
        double tokens = atOnce;
        Instant filled = clock.instant();
        int refusals = 0;
        int inARow = 0;
        int mostInARow = 0;
        int accepted = 0;
        while (accepted < 500) {
            long turn = turn(pace);
            clock.advance(Duration.ofMillis(1));
            Instant now = clock.instant();
            tokens = Math.min(
                    atOnce, tokens + perSecond * Duration.between(filled, now).toMillis() / 1000);
            filled = now;
            if (tokens >= 1) {
                tokens--;
                accepted++;
                inARow = 0;
                pace.accepted(turn);
            } else {
                refusals++;
                inARow++;
                mostInARow = Math.max(mostInARow, inARow);
                pace.refused(turn, null, refusal);
            }
        }
        System.out.println(perSecond + " " + atOnce + " refusals " + refusals + " most " + mostInARow + " took "
                + Duration.between(Instant.parse("2026-01-01T00:00:00Z"), clock.instant()));
        assertThat(refusals).isLessThan(accepted / 4);
        assertThat(mostInARow).isLessThanOrEqualTo(4);
    }
}
