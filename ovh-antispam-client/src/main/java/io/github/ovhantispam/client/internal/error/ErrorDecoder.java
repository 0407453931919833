package io.github.ovhantispam.client.internal.error;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ovhantispam.client.AntispamApiException;
import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AntispamTimeoutException;
import io.github.ovhantispam.client.ApiError;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.PermissionException;
import io.github.ovhantispam.client.RateLimitException;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.client.ServiceExpiredException;
import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.error.Failure.Kind;
import io.github.ovhantispam.client.internal.http.MalformedBodyException;
import io.github.ovhantispam.client.internal.http.ProxyRefusalException;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is no success, or no answer, into a {@link Failure} with the exception that says so. */
public final class ErrorDecoder {

    /** Longer than any wait, for numbers that are longer than any number of seconds. */
    private static final Duration FAR = Duration.ofDays(3650);

    private final JsonMapper json;
    private final SecretRedactor redactor;
    private final Advice advice;

    public ErrorDecoder(JsonMapper json, SecretRedactor redactor, Access access) {
        this.json = json;
        this.redactor = redactor;
        this.advice = new Advice(access);
    }

    /**
     * An answer whose status is no success. It is classified as it was received: a secret may be a word of any message,
     * and is taken out of what is shown only.
     */
    public Failure refusal(Attempt attempt, String path, String bodyText) {
        int status = attempt.status();
        Headers headers = attempt.headers();
        Instant date = headers.getInstant("Date");
        Duration retryAfter = retryAfter(headers, date);
        boolean quotable = !attempt.route.answersSecrets() || bodyText.startsWith("{");
        ErrorBody body = ErrorBody.read(quotable ? bodyText : "", json);
        if (status >= 300 && status < 400) {
            String message = attempt.route.method + ' ' + path + " -> " + status
                    + ": a redirect, which is not followed because the request carries credentials; check the endpoint";
            return new Failure(
                    Kind.REFUSED,
                    attempt,
                    status,
                    null,
                    null,
                    date,
                    (processed, seen) -> new UnexpectedResponseException(
                            joined(message, seen), status, redactor.redact(bodyText), null, processed));
        }
        Refusal refusal = new Refusal(attempt, body);
        return new Failure(
                refusal.isStillBlocked() ? Kind.STILL_BLOCKED : Kind.REFUSED,
                attempt,
                status,
                refusal.code(),
                retryAfter,
                date,
                (processed, seen) -> exception(
                        new ApiError(
                                attempt.route.method,
                                path,
                                status,
                                redacted(body.code()),
                                redacted(body.text()),
                                redacted(headers.get("X-Ovh-QueryId")),
                                joined(advice.on(refusal, retryAfter), seen),
                                processed),
                        refusal,
                        retryAfter));
    }

    private static String joined(String text, String more) {
        return text + (text.isEmpty() || more.isEmpty() ? "" : "; ") + more;
    }

    private @Nullable String redacted(@Nullable String text) {
        return text == null ? null : redactor.redact(text);
    }

    private static @Nullable Duration retryAfter(Headers headers, @Nullable Instant date) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.matches("[0-9]+")) {
            return value.length() > 9 ? FAR : Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = headers.getInstant("Retry-After");
        if (until == null || date == null) {
            return null; // nonsense, or a date that nothing can be held against
        }
        Duration wait = Duration.between(date, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private AntispamApiException exception(ApiError error, Refusal refusal, @Nullable Duration retryAfter) {
        ErrorBody body = refusal.body();
        if (refusal.isStillBlocked()) {
            return new IpStillBlockedException(error, Duration.ofSeconds(Objects.requireNonNull(body.remaining())));
        }
        if (refusal.isExpired()) {
            return new ServiceExpiredException(error);
        }
        if (refusal.credentialProblem() != null) {
            return new AuthenticationException(error);
        }
        return switch (error.statusCode()) {
            case 403 -> new PermissionException(error, shown(body.byAuthentication()), shown(body.byIam()));
            case 404 ->
                refusal.attempt().route.isPlain()
                        ? new AntispamApiException(error)
                        : new NotFoundException(error, refusal.isMissingObject());
            case 429 -> new RateLimitException(error, retryAfter);
            default -> error.statusCode() >= 500 ? new ServerException(error) : new AntispamApiException(error);
        };
    }

    private List<String> shown(List<String> actions) {
        return actions.stream().map(this::safe).toList();
    }

    /** A success by its status whose body is not what was asked for. */
    public Failure unreadable(Attempt attempt, String path, MalformedBodyException e) {
        boolean secret = attempt.route.answersSecrets();
        String beginning = secret ? "" : redactor.redact(e.beginning());
        String message = attempt.route.method + ' ' + path + " -> " + attempt.status() + ": the answer cannot be read: "
                + (secret ? secretProblem(e) : safe(e.getMessage()));
        return new Failure(
                Kind.UNREADABLE,
                attempt,
                attempt.status(),
                null,
                null,
                attempt.headers().getInstant("Date"),
                (processed, seen) -> new UnexpectedResponseException(
                        joined(message, seen), attempt.status(), beginning, null, processed));
    }

    private String secretProblem(MalformedBodyException e) {
        return e.fieldProblem() == null
                ? "it is not quoted, since it may hold a secret"
                : safe(e.fieldProblem()) + "; it is not quoted, since it may hold a secret";
    }

    /**
     * No answer, or not all of it.
     *
     * @param interruption what else than the connection ended it, or null
     */
    public Failure lost(Attempt attempt, String path, IOException e, @Nullable String interruption) {
        String start = attempt.route.method + ' ' + path + " -> ";
        IOException cause = isSafe(e) ? e : null;
        if (interruption != null) {
            return Failure.ofConnection(
                    Kind.INTERRUPTED,
                    attempt,
                    (processed, seen) ->
                            new AntispamInterruptedException(joined(start + interruption, seen), cause, processed));
        }
        // OkHttp's and the socket's timeouts are the first, those of a look-up have the second as their cause.
        if (e instanceof InterruptedIOException || e.getCause() instanceof TimeoutException) {
            return Failure.ofConnection(
                    attempt.sent() ? Kind.TIMED_OUT : Kind.NOT_SENT,
                    attempt,
                    (processed, seen) ->
                            new AntispamTimeoutException(joined(start + "no answer in time", seen), cause, processed));
        }
        String problem = e.getClass().getSimpleName() + ": " + safe(e.getMessage());
        ProxyRefusalException refusal = ProxyRefusalException.in(e);
        if (refusal != null) {
            return Failure.ofConnection(
                    Kind.NOT_ADMITTED,
                    attempt,
                    (processed, seen) -> new AntispamIOException(
                            joined(start + safe(refusal.getMessage()), seen), cause, processed));
        }
        if (attempt.sent()) {
            return Failure.ofConnection(
                    Kind.LOST,
                    attempt,
                    (processed, seen) -> new AntispamIOException(
                            joined(start + "the connection broke before the answer was read: " + problem, seen),
                            cause,
                            processed));
        }
        Distrust distrust = Distrust.in(e);
        if (distrust != null) {
            return Failure.ofConnection(
                    Kind.NOT_TRUSTED,
                    attempt,
                    (processed, seen) ->
                            new AntispamIOException(joined(start + distrust.line(problem), seen), cause, processed));
        }
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                (processed, seen) -> new AntispamIOException(
                        joined(start + "could not connect: " + problem, seen), cause, processed));
    }

    /** The call's time limit ended before the attempt could begin. */
    public static Failure tooLate(Attempt attempt, String path) {
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                (processed, seen) -> new AntispamTimeoutException(
                        joined(attempt.route.method + ' ' + path + " -> not sent: the time limit has ended", seen),
                        null,
                        processed));
    }

    private String safe(@Nullable String text) {
        return text == null ? "no more is known" : PrintableText.of(redactor.redact(text));
    }

    /**
     * Whether the messages of an exception and its causes may be shown as they are: some quote what the server sent.
     */
    private boolean isSafe(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && !message.equals(safe(message))) {
                return false;
            }
            for (Throwable suppressed : at.getSuppressed()) {
                if (!isSafe(suppressed)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** For logs: a header from outside. */
    @Nullable
    public String queryId(Headers headers) {
        String queryId = headers.get("X-Ovh-QueryId");
        return queryId == null ? null : safe(queryId);
    }
}
