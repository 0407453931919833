package io.github.ovhantispam.client.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The moment by which a call has to end. */
public final class Deadline {

    /** An attempt without a response for this long is given up while there is time for another one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Instant end;

    /** The longest remaining time: a clock that is set back must not give more. */
    private final Duration most;

    private Deadline(InstantSource clock, Instant end, Duration most) {
        this.clock = clock;
        this.end = end;
        this.most = most;
    }

    public static Deadline after(Duration limit, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(limit), limit);
    }

    public Deadline plus(Duration more) {
        return new Deadline(clock, end.plus(more), most.plus(more));
    }

    /** Returns the earlier of this deadline and one after a limit from now on. */
    public Deadline orAfter(Duration limit) {
        return limit.compareTo(remaining()) < 0 ? after(limit, clock) : this;
    }

    /** Returns the remaining time, never negative. */
    public Duration remaining() {
        return Durations.max(Durations.min(Duration.between(clock.instant(), end), most), Duration.ZERO);
    }

    /** Returns the time that an attempt may take of what remains: all of it if that is little, else at most half. */
    public static Duration ofAttempt(Duration left) {
        return left.compareTo(PATIENCE) <= 0
                ? left
                : Durations.max(Duration.ofNanos(Durations.nanos(left) / 2), PATIENCE);
    }

    public boolean allows(Duration wait) {
        return wait.compareTo(remaining()) < 0;
    }
}
