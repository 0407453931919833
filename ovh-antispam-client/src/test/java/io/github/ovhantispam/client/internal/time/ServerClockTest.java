package io.github.ovhantispam.client.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The date that a server says, and whether it moves. */
class ServerClockTest {

    private static final Instant DATE = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    private final ServerClock clock = new ServerClock(() -> DATE, nanos::get);

    private void after(Duration duration, Instant date) {
        nanos.addAndGet(duration.toNanos());
        clock.heard(date);
    }

    @Test
    void date_thatStaysTheSame_standsStillFromItsFirstTimeToItsLast() {
        after(Duration.ZERO, DATE);
        assertThat(clock.standstill(SECOND)).isEmpty();
        after(Duration.ofMillis(999), DATE);
        assertThat(clock.standstill(SECOND)).isEmpty();
        after(Duration.ofMillis(1), DATE);

        assertThat(clock.standstill(SECOND)).get().satisfies(still -> {
            assertThat(still.date()).isEqualTo(DATE);
            assertThat(still.lasted()).isEqualTo(SECOND);
        });
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(clock.standstill(SECOND.multipliedBy(2)))
                .as("not heard since")
                .isEmpty();
    }

    @Test
    void date_thatMovesEitherWay_doesNotStandStill() {
        after(Duration.ZERO, DATE);
        after(Duration.ofMinutes(1), DATE.plusSeconds(1));
        assertThat(clock.standstill(SECOND)).isEmpty();
        after(Duration.ofMinutes(1), DATE);
        assertThat(clock.standstill(SECOND)).isEmpty();
    }

    @Test
    void date_thatIsMissing_provesNothing() {
        after(Duration.ZERO, null);
        after(Duration.ofMinutes(1), null);
        assertThat(clock.standstill(Duration.ZERO)).isEmpty();

        after(Duration.ZERO, DATE);
        after(Duration.ofMinutes(1), null);
        assertThat(clock.standstill(SECOND)).isEmpty();
    }
}
