package io.github.ovhantispam.client.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's time: the client's clock plus an offset that was measured. Until then, the client's clock. */
final class ServerClock {

    private final InstantSource clock;
    private volatile @Nullable Offset offset;
    private volatile @Nullable Standstill standstill;

    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    private record Offset(Duration ahead, long generation) {}

    /**
     * A date that the server said again and again.
     *
     * @param date the date, to the second
     * @param since when it was heard for the first time, on the client's clock
     * @param sinceNanos the same in real time
     * @param lasted from then until it was heard last: by the client's clock or in real time, whichever is longer
     */
    record Standstill(Instant date, Instant since, long sinceNanos, Duration lasted) {}

    /** Notes the date of a response. */
    synchronized void heard(@Nullable Instant date) {
        Standstill known = standstill;
        Instant now = clock.instant();
        if (date == null) {
            return;
        }
        if (known == null || !known.date.equals(date)) {
            standstill = new Standstill(date, now, System.nanoTime(), Duration.ZERO);
            return;
        }
        Duration byClock = Duration.between(known.since, now);
        Duration really = Duration.ofNanos(System.nanoTime() - known.sinceNanos);
        standstill =
                new Standstill(date, known.since, known.sinceNanos, byClock.compareTo(really) > 0 ? byClock : really);
    }

    /** Returns the date that the server said last, with how long it has been saying it, when that is long enough. */
    Optional<Standstill> standstill(Duration atLeast) {
        return Optional.ofNullable(standstill).filter(still -> still.lasted.compareTo(atLeast) >= 0);
    }

    /** How often the clock was set. */
    long generation() {
        Offset known = offset;
        return known == null ? 0 : known.generation;
    }

    Instant now() {
        Offset known = offset;
        return known == null ? clock.instant() : clock.instant().plus(known.ahead);
    }

    /** Sets the clock to what the server said at some moment between the sending of a request and its answer. */
    synchronized void set(Instant serverTime, Instant sentAt, Instant receivedAt) {
        Instant middle = sentAt.plus(Duration.between(sentAt, receivedAt).dividedBy(2));
        offset = new Offset(Duration.between(middle, serverTime), generation() + 1);
    }
}
