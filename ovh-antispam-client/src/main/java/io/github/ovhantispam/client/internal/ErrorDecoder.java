package io.github.ovhantispam.client.internal;

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
import io.github.ovhantispam.client.internal.Failure.Kind;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Turns an answer that is no success, or no answer, into a {@link Failure} with the exception that says so. */
final class ErrorDecoder {

    private static final Set<String> BAD_CREDENTIAL_CODES = Set.of(
            ErrorBody.INVALID_SIGNATURE,
            ErrorBody.QUERY_TIME_OUT,
            "INVALID_KEY",
            "NOT_CREDENTIAL",
            "INVALID_CREDENTIAL",
            "invalid_client",
            "invalid_client_credentials",
            // RFC 6749 section 5.2: without a token, nothing can be called
            "invalid_request",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    /** The newer bodies have no code for these, and the same class as a missing permission. */
    private static final Set<String> BAD_CREDENTIAL_MESSAGES = Set.of(
            "this application key is invalid",
            "this credential does not exist",
            "this credential is not valid",
            "invalid signature");

    /** Longer than any wait, for numbers that are longer than any number of seconds. */
    private static final Duration FAR = Duration.ofDays(3650);

    private final JsonMapper json;
    private final SecretRedactor redactor;

    ErrorDecoder(JsonMapper json, SecretRedactor redactor) {
        this.json = json;
        this.redactor = redactor;
    }

    /** An answer whose status is no success. */
    Failure refusal(Attempt attempt, String path, String bodyText) {
        int status = attempt.status();
        Headers headers = attempt.headers();
        Instant date = headers.getInstant("Date");
        Duration retryAfter = retryAfter(headers, date);
        boolean quotable = !attempt.route.answersSecrets() || bodyText.startsWith("{");
        ErrorBody body = ErrorBody.read(quotable ? redactor.redact(bodyText) : "", json);
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
                    processed -> new UnexpectedResponseException(
                            message, status, redactor.redact(bodyText), null, processed));
        }
        boolean stillBlocked = status >= 400 && status < 500 && body.remaining() != null;
        return new Failure(
                stillBlocked ? Kind.STILL_BLOCKED : Kind.REFUSED,
                attempt,
                status,
                status == 400 ? staleCode(body) : body.code(),
                retryAfter,
                date,
                processed -> exception(
                        new ApiError(
                                attempt.route.method,
                                path,
                                status,
                                redacted(body.code()),
                                redacted(body.message()),
                                redacted(headers.get("X-Ovh-QueryId")),
                                processed),
                        body,
                        retryAfter));
    }

    private static @Nullable String staleCode(ErrorBody body) {
        if (body.says(ErrorBody.QUERY_TIME_OUT)) {
            return ErrorBody.QUERY_TIME_OUT;
        }
        return body.says(ErrorBody.INVALID_SIGNATURE) ? ErrorBody.INVALID_SIGNATURE : body.code();
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

    private static AntispamApiException exception(ApiError error, ErrorBody body, @Nullable Duration retryAfter) {
        int status = error.statusCode();
        Long remaining = body.remaining();
        if (status < 500 && remaining != null) {
            return new IpStillBlockedException(error, Duration.ofSeconds(remaining));
        }
        String message = body.message() == null ? "" : body.message().toLowerCase(Locale.ROOT);
        if (status == 460 || (status < 500 && message.contains("service is expired"))) {
            return new ServiceExpiredException(error);
        }
        String code = body.code() == null ? "" : body.code();
        if (status == 401
                || (status < 500
                        && (BAD_CREDENTIAL_CODES.contains(code) || BAD_CREDENTIAL_MESSAGES.contains(message)))) {
            return new AuthenticationException(error);
        }
        return switch (status) {
            case 403 -> new PermissionException(error);
            case 404 -> new NotFoundException(error);
            case 429 -> new RateLimitException(error, retryAfter);
            default -> status >= 500 ? new ServerException(error) : new AntispamApiException(error);
        };
    }

    /** A success by its status whose body is not what was asked for. */
    Failure unreadable(Attempt attempt, String path, MalformedBodyException e) {
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
                processed -> new UnexpectedResponseException(message, attempt.status(), beginning, null, processed));
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
    Failure lost(Attempt attempt, String path, IOException e, @Nullable String interruption) {
        String start = attempt.route.method + ' ' + path + " -> ";
        IOException cause = isSafe(e) ? e : null;
        if (interruption != null) {
            return Failure.ofConnection(
                    Kind.INTERRUPTED,
                    attempt,
                    processed -> new AntispamInterruptedException(start + interruption, cause, processed));
        }
        // OkHttp's and the socket's timeouts are the first, those of a look-up have the second as their cause.
        if (e instanceof InterruptedIOException || e.getCause() instanceof TimeoutException) {
            return Failure.ofConnection(
                    attempt.sent() ? Kind.TIMED_OUT : Kind.NOT_SENT,
                    attempt,
                    processed -> new AntispamTimeoutException(start + "no answer in time", cause, processed));
        }
        String problem = e.getClass().getSimpleName() + ": " + safe(e.getMessage());
        ProxyRefusalException refusal = ProxyRefusalException.in(e);
        if (refusal != null) {
            return Failure.ofConnection(
                    Kind.NOT_ADMITTED,
                    attempt,
                    processed -> new AntispamIOException(start + safe(refusal.getMessage()), cause, processed));
        }
        if (attempt.sent()) {
            return Failure.ofConnection(
                    Kind.LOST,
                    attempt,
                    processed -> new AntispamIOException(
                            start + "the connection broke before the answer was read: " + problem, cause, processed));
        }
        Distrust distrust = Distrust.in(e);
        if (distrust != null) {
            return Failure.ofConnection(
                    Kind.NOT_TRUSTED,
                    attempt,
                    processed -> new AntispamIOException(start + distrust.line(problem), cause, processed));
        }
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                processed -> new AntispamIOException(start + "could not connect: " + problem, cause, processed));
    }

    /** The call's time limit ended before the attempt could begin. */
    static Failure tooLate(Attempt attempt, String path) {
        return Failure.ofConnection(
                Kind.NOT_SENT,
                attempt,
                processed -> new AntispamTimeoutException(
                        attempt.route.method + ' ' + path + " -> not sent: the time limit has ended", null, processed));
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
    String queryId(Headers headers) {
        String queryId = headers.get("X-Ovh-QueryId");
        return queryId == null ? null : safe(queryId);
    }
}
