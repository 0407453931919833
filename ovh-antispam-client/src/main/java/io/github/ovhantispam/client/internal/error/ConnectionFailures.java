package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.internal.error.Failure.Kind;
import io.github.ovhantispam.client.internal.http.ProxyRefusalException;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The failures of attempts that got no response, or not all of it. */
public final class ConnectionFailures {

    private final SafeText safe;

    public ConnectionFailures(SecretRedactor redactor) {
        this.safe = new SafeText(redactor);
    }

    /**
     * Returns the failure of an attempt without a response, or with only part of one.
     *
     * @param interruption the reason that ended it other than the connection, or null
     */
    public Failure lost(Attempt attempt, String path, IOException e, @Nullable String interruption) {
        String start = attempt.route.method + ' ' + path + " -> ";
        IOException cause = safe.isSafe(e) ? e : null;
        if (interruption != null) {
            return Failure.ofConnection(
                    Kind.INTERRUPTED,
                    attempt,
                    (processed, seen) -> new AntispamInterruptedException(
                            SafeText.joined(start + interruption, seen), cause, processed));
        }
        // OkHttp's and the socket's timeouts are the first, those of a look-up have the second as their cause.
        if (e instanceof InterruptedIOException || e.getCause() instanceof TimeoutException) {
            return Failure.ofConnection(
                    attempt.sent() ? Kind.TIMED_OUT : Kind.NOT_SENT,
                    attempt,
                    (processed, seen) -> new AntispamTimeoutException(
                            SafeText.joined(start + "no response in time", seen), cause, processed));
        }
        String problem = e.getClass().getSimpleName() + ": " + safe.of(e.getMessage());
        ProxyRefusalException refusal = ProxyRefusalException.in(e);
        if (refusal != null) {
            return Failure.ofConnection(
                    Kind.NOT_ADMITTED,
                    attempt,
                    (processed, seen) -> new AntispamIOException(
                            SafeText.joined(start + safe.of(refusal.getMessage()), seen), cause, processed));
        }
        if (attempt.sent()) {
            return Failure.ofConnection(
                    Kind.LOST,
                    attempt,
                    (processed, seen) -> new AntispamIOException(
                            SafeText.joined(
                                    start + "the connection broke before the response was read: " + problem, seen),
                            cause,
                            processed));
        }
        Distrust distrust = Distrust.in(e);
        if (distrust != null) {
            return Failure.ofConnection(
                    Kind.NOT_TRUSTED,
                    attempt,
                    (processed, seen) -> new AntispamIOException(
                            SafeText.joined(start + distrust.line(problem), seen), cause, processed));
        }
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                (processed, seen) -> new AntispamIOException(
                        SafeText.joined(start + "could not connect: " + problem, seen), cause, processed));
    }

    /** Returns the failure of an attempt that could not begin before the time limit ended. */
    public static Failure tooLate(Attempt attempt, String path) {
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                (processed, seen) -> new AntispamTimeoutException(
                        SafeText.joined(
                                attempt.route.method + ' ' + path + " -> not sent: the time limit has ended", seen),
                        null,
                        processed));
    }
}
