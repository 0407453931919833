package io.github.ovhantispam.client.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The server's time: the client's clock plus an offset that was measured. Until then, the client's clock. */
public final class ServerClock {

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private volatile @Nullable Offset offset;
    private volatile @Nullable Standstill standstill;

    public ServerClock(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    ServerClock(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    private record Offset(Duration ahead, long generation) {}

    /**
     * A date that the server said again and again. How long it did is counted in real time, whatever the client's clock
     * is, for a clock that is set by hand, or that a sleeper moves, proves nothing about the server's.
     *
     * @param date the date, to the second
     * @param since when it was heard for the first time, in nanoseconds
     * @param lasted from then until it was heard last
     */
    public record Standstill(Instant date, long since, Duration lasted) {}

    /** Notes the date of a response. */
    public synchronized void heard(@Nullable Instant date) {
        if (date == null) {
            return;
        }
        Standstill known = standstill;
        long now = nanoTime.getAsLong();
        standstill = known == null || !known.date.equals(date)
                ? new Standstill(date, now, Duration.ZERO)
                : new Standstill(date, known.since, Duration.ofNanos(now - known.since));
    }

    /** Returns the date that the server said last, with how long it has been saying it, when that is long enough. */
    public Optional<Standstill> standstill(Duration atLeast) {
        return Optional.ofNullable(standstill).filter(still -> still.lasted.compareTo(atLeast) >= 0);
    }

    /** Returns the number of times that the clock was set. */
    public long generation() {
        Offset known = offset;
        return known == null ? 0 : known.generation;
    }

    public Instant now() {
        Offset known = offset;
        return known == null ? clock.instant() : clock.instant().plus(known.ahead);
    }

    /** Sets the clock to what the server said at some moment between the sending of a request and its response. */
    public synchronized void set(Instant serverTime, Instant sentAt, Instant receivedAt) {
        Instant middle = sentAt.plus(Duration.between(sentAt, receivedAt).dividedBy(2));
        offset = new Offset(Duration.between(middle, serverTime), generation() + 1);
    }
}
