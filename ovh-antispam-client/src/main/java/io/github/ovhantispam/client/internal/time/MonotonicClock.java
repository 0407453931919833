package io.github.ovhantispam.client.internal.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The default clock: the system's time when it was made, and from then on what has really passed. A time limit must not
 * stretch or vanish because somebody set the machine's clock, and what is wrong with the time itself, the server's
 * clock corrects.
 */
public final class MonotonicClock implements InstantSource {

    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
