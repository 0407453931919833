package io.github.ovhantispam.emulator.internal.server;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A drain for the record that MockWebServer keeps of every request until a test takes it. Takes them by the dozens: to
 * empty the queue at each request would have all connections wait for its locks. Thread-safe.
 */
final class RecordedRequestDrain {

    private static final int BATCH = 64;

    private final Take take;
    private final AtomicInteger untaken = new AtomicInteger();

    RecordedRequestDrain(Take take) {
        this.take = take;
    }

    /** Counts one more record. */
    void added() throws InterruptedException {
        if (untaken.incrementAndGet() % BATCH == 0) {
            for (int i = 0; i < BATCH; i++) {
                take.one();
            }
        }
    }

    /** Takes one of them, if there is any. */
    @FunctionalInterface
    interface Take {
        void one() throws InterruptedException;
    }
}
