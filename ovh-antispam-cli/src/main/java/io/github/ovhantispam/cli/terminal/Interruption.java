package io.github.ovhantispam.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: interrupts the command, and gives it a moment to say what it has done.
 *
 * <p>The JVM ends by itself then, with the code that the signal has. The thread of the command must not end it once
 * more: that would wait for the very hook that waits for it.
 */
public final class Interruption {

    private static final long MOMENT_SECONDS = 5;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean underway;

    /** Interrupts the calling thread when the JVM is told to end. */
    public void guard() {
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(command), "ovh-antispam-interruption"));
    }

    /** Returns true when the JVM has been told to end. */
    public boolean isUnderway() {
        return underway;
    }

    /** Lets the JVM end without a further wait. */
    public void finish() {
        done.countDown();
    }

    private void await(Thread command) {
        if (done.getCount() == 0) {
            return;
        }
        underway = true;
        command.interrupt();
        try {
            if (!done.await(MOMENT_SECONDS, TimeUnit.SECONDS)) {
                return; // a request that does not end: nobody waits for ever
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
