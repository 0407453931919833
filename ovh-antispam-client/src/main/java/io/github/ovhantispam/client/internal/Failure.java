package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt without a result: what is needed to decide on the next step, and the exception to throw if there is none.
 */
record Failure(
        Kind kind,
        Attempt attempt,
        int status,
        @Nullable String code,
        @Nullable Duration retryAfter,
        @Nullable Instant serverDate,
        Thrown thrown) {

    /** What became of an attempt. */
    enum Kind {
        /** No connection, so nothing was sent. */
        NOT_SENT,
        /** No connection, and there never will be one: the server's certificate is not trusted. */
        NOT_TRUSTED,
        /** The connection broke before the answer was read whole. */
        LOST,
        /** Time ran out before the answer was read whole. */
        TIMED_OUT,
        /** The thread was interrupted, or the call cancelled. */
        INTERRUPTED,
        /** A success by its status, with a body that says nothing. */
        UNREADABLE,
        /** "Still blocked", whatever its status. */
        STILL_BLOCKED,
        /** Any other status that is no success. */
        REFUSED
    }

    /** Makes the exception once it is known whether the request may have been processed. */
    @FunctionalInterface
    interface Thrown {
        AntispamException exception(boolean mayHaveBeenProcessed);
    }

    /** A failure without a status. */
    static Failure ofConnection(Kind kind, Attempt attempt, Thrown thrown) {
        return new Failure(kind, attempt, 0, null, null, null, thrown);
    }

    boolean saysCode(String expected) {
        return expected.equals(code);
    }

    /** The exception of a call that cannot have changed anything. */
    AntispamException harmless() {
        return thrown.exception(false);
    }

    /** The exception of a call that may have changed something. */
    AntispamException ambiguous() {
        return thrown.exception(true);
    }
}
