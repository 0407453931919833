package io.github.ovhantispam.mail.internal.command;

import java.time.Duration;

/** The time at which a command must have ended. */
final class Deadline {

    private final Duration limit;
    private final long end;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    long nanosLeft() {
        return Math.max(0, end - System.nanoTime());
    }

    UnreadableOutputException passed() {
        return new UnreadableOutputException("did not end within " + limit.toMillis() + " ms");
    }
}
