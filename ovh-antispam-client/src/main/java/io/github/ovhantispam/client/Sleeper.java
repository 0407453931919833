package io.github.ovhantispam.client;

import java.time.Duration;

/** The client's way to wait. Replace it to test a release of an hour in a millisecond. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits.
     *
     * @param duration how long; never negative
     * @throws InterruptedException when the thread is interrupted, at once
     */
    void sleep(Duration duration) throws InterruptedException;
}
