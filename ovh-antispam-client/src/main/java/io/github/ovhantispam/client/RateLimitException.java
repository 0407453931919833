package io.github.ovhantispam.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Too many requests, for longer than the retry policy or the time limit allows to wait. */
public final class RateLimitException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /** The value of {@code Retry-After}, or null. */
    private final @Nullable Duration retryAfter;

    /**
     * A refusal because of too many requests.
     *
     * @param error the API's response
     * @param retryAfter the value of the header {@code Retry-After}, or null without one
     */
    public RateLimitException(ApiError error, @Nullable Duration retryAfter) {
        super(error);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the time to wait, as requested by the server.
     *
     * @return the value of the header {@code Retry-After}, in whole seconds
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
