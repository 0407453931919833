package io.github.ovhantispam.client.internal.time;

import java.time.Duration;

/** Durations as numbers, which have an end. */
public final class Durations {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private Durations() {}

    /** Nanoseconds, or {@link Long#MAX_VALUE} for what is longer. */
    public static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
