package io.github.ovhantispam.emulator.internal.http;

import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The memory that the large bodies of all connections may take together. Thread-safe. */
public final class BodyBudget {

    /** The size up to which a body counts for nothing. */
    public static final int SMALL = 64 * 1024;

    private static final int SECONDS_TO_WAIT = 30;

    private final Semaphore bytes = new Semaphore(HeapShare.of(12, 2 << 20, 256 << 20), true);

    /** Waits until there is room. */
    public void acquire(int length) throws MalformedRequestException, InterruptedIOException {
        try {
            if (!bytes.tryAcquire(length, SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                throw new MalformedRequestException(429, "There are too many large requests at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before a large body was read");
        }
    }

    public void release(int length) {
        bytes.release(length);
    }
}
