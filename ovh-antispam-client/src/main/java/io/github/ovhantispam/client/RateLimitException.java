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
     * A refusal for the rate.
     *
     * @param error the API's response
     * @param retryAfter the wait that the header {@code Retry-After} asked for, or null without one
     */
    public RateLimitException(ApiError error, @Nullable Duration retryAfter) {
        super(error);
        this.retryAfter = retryAfter;
    }

    /**
     * Returns the time that the server asks to wait.
     *
     * @return the value of the header {@code Retry-After}, in whole seconds
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
