package io.github.ovhantispam.client.internal.http;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/**
 * The turn in which connections present credentials that no proxy has accepted yet: one after the other, so that wrong
 * ones are presented once and not by all the connections that are opened at the same time.
 */
final class ProxyTrial {

    /** A connection that breaks after its tunnel was made tells no verdict, and must not keep the others for long. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private boolean accepted;
    private boolean underWay;
    private long begun;

    /** Waits for the verdict of the connection that presents the credentials, if one does, and then takes the turn. */
    synchronized void begin() throws InterruptedIOException {
        try {
            for (long left = left(); left > 0; left = left()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before the credentials were presented to a proxy");
        }
        underWay = !accepted;
        begun = System.nanoTime();
    }

    private long left() {
        return underWay ? begun + PATIENCE - System.nanoTime() : 0;
    }

    /** Notes that a tunnel was made, by whichever credentials are presented at the time. */
    synchronized void tunnelMade() {
        if (underWay) {
            end(true);
        }
    }

    /** Notes that the credentials are not presented after all, or were refused. */
    synchronized void refused() {
        end(false);
    }

    private synchronized void end(boolean verdict) {
        accepted = verdict;
        underWay = false;
        notifyAll();
    }
}
