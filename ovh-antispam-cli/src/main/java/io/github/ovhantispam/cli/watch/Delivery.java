package io.github.ovhantispam.cli.watch;

import java.io.IOException;

/** A way to deliver a change. */
@FunctionalInterface
public interface Delivery {

    /**
     * Delivers a change.
     *
     * @throws IOException when it is not certain that it arrived; the message is one line
     * @throws InterruptedException when the thread is interrupted
     */
    void deliver(ChangeMessage message) throws IOException, InterruptedException;
}
