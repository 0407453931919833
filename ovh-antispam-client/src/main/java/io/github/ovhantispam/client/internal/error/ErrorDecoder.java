package io.github.ovhantispam.client.internal.error;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ovhantispam.client.AntispamApiException;
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
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The decoder of responses that are not a success: each becomes a {@link Failure} with its exception. */
public final class ErrorDecoder {

    private final Supplier<JsonMapper> json;
    private final SecretRedactor redactor;
    private final SafeText safe;
    private final Advice advice;

    public ErrorDecoder(Supplier<JsonMapper> json, SecretRedactor redactor, Access access) {
        this.json = json;
        this.redactor = redactor;
        this.safe = new SafeText(redactor);
        this.advice = new Advice(access);
    }

    /**
     * Returns the failure of a response whose status is not a success. It is classified as it was received: a secret
     * may be a word of any message, and is taken out of what is shown only.
     */
    public Failure refusal(Attempt attempt, String path, String bodyText) {
        int status = attempt.status();
        Headers headers = attempt.headers();
        Instant date = attempt.date();
        Duration retryAfter = RetryAfter.of(headers).pause();
        boolean secret = attempt.route.responseHasSecrets();
        ErrorBody read = ErrorBody.read(bodyText, json.get());
        // Of what may hold a secret, only the fields of an error are shown, and nothing of a body that cannot be read.
        ErrorBody body = secret && !read.json() ? ErrorBody.read("", json.get()) : read;
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
                            SafeText.joined(message, seen),
                            status,
                            secret ? "" : redactor.redact(bodyText),
                            null,
                            processed));
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
                                SafeText.joined(advice.on(refusal, retryAfter), seen),
                                processed),
                        refusal,
                        retryAfter));
    }

    private @Nullable String redacted(@Nullable String text) {
        return text == null ? null : redactor.redact(text);
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
        return actions.stream().map(safe::of).toList();
    }

    /** Returns the failure of a response that is a success by its status and whose body is not the one requested. */
    public Failure unreadable(Attempt attempt, String path, MalformedBodyException e) {
        boolean secret = attempt.route.responseHasSecrets();
        String beginning = secret ? "" : redactor.redact(e.beginning());
        String message = attempt.route.method + ' ' + path + " -> " + attempt.status()
                + ": the response cannot be read: " + (secret ? secretProblem(e) : safe.of(e.getMessage()));
        return new Failure(
                Kind.UNREADABLE,
                attempt,
                attempt.status(),
                null,
                null,
                attempt.date(),
                (processed, seen) -> new UnexpectedResponseException(
                        SafeText.joined(message, seen), attempt.status(), beginning, null, processed));
    }

    private String secretProblem(MalformedBodyException e) {
        return e.fieldProblem() == null
                ? "it is not quoted, since it may hold a secret"
                : safe.of(e.fieldProblem()) + "; it is not quoted, since it may hold a secret";
    }

    /** For logs: a header from outside. */
    @Nullable
    public String queryId(Headers headers) {
        String queryId = headers.get("X-Ovh-QueryId");
        return queryId == null ? null : safe.of(queryId);
    }
}
