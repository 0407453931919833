package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt without a result: what is needed to decide on the next step, and the exception to throw if there is none.
 */
public record Failure(
        Kind kind,
        Attempt attempt,
        int status,
        @Nullable String code,
        @Nullable Duration retryAfter,
        @Nullable Instant serverDate,
        Thrown thrown) {

    /** The fate of an attempt. */
    public enum Kind {
        /** No connection, so nothing was sent. */
        NOT_SENT,
        /** No connection, and there never will be one: the server's certificate is not trusted. */
        NOT_TRUSTED,
        /** A proxy let nothing through, and never will with these credentials. */
        NOT_ADMITTED,
        /** The connection broke before the response was read whole. */
        LOST,
        /** Time ran out before the response was read whole. */
        TIMED_OUT,
        /** The thread was interrupted, or the call cancelled. */
        INTERRUPTED,
        /** A success by its status, with a body that says nothing. */
        UNREADABLE,
        /** "Still blocked", whatever its status. */
        STILL_BLOCKED,
        /** Any other status that is not a success. */
        REFUSED
    }

    /** Makes the exception once it is known whether the request may have been processed. */
    @FunctionalInterface
    public interface Thrown {

        /**
         * Returns the exception.
         *
         * @param seen the result of reading the address back, for the message; empty when it was not read
         */
        AntispamException exception(boolean mayHaveBeenProcessed, String seen);
    }

    /** Returns a failure without a status. */
    public static Failure ofConnection(Kind kind, Attempt attempt, Thrown thrown) {
        return new Failure(kind, attempt, 0, null, null, null, thrown);
    }

    public boolean saysCode(String expected) {
        return expected.equals(code);
    }

    /** Returns true when the request may have taken effect although it failed. */
    boolean mayHaveBeenProcessed() {
        if (!attempt.route.changes() || !attempt.sent()) {
            return false;
        }
        return switch (kind) {
            case LOST, TIMED_OUT, INTERRUPTED, UNREADABLE -> true;
            case REFUSED -> TransientFailure.hasStatus(status);
            case NOT_SENT, NOT_TRUSTED, NOT_ADMITTED, STILL_BLOCKED -> false;
        };
    }

    public AntispamException exception() {
        boolean processed = mayHaveBeenProcessed();
        return thrown.exception(processed, processed ? attempt.route.waysToTell() : "");
    }

    /** Returns the exception of a call that follows one which did take effect. */
    public AntispamException exceptionAfterChange() {
        return thrown.exception(true, attempt.route.waysToTell());
    }

    /** Returns the exception after the address was read back, without a proof of what became of the request. */
    public AntispamException exceptionAfterReadBack(String seen) {
        boolean processed = mayHaveBeenProcessed();
        return thrown.exception(
                processed, "reading the address back " + seen + (processed ? "; " + attempt.route.waysToTell() : ""));
    }
}
