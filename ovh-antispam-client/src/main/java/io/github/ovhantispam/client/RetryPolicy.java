package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Objects;

/**
 * The number and the pace of the retries of a call. It does not decide which requests are retried: reads are retried
 * when their response was lost or the server was overloaded, and an {@code unblock} is sent again only if the first
 * request can no longer take effect.
 *
 * <p>The pause before attempt <i>n</i>+1 is drawn evenly between zero and {@code baseDelay} times 2<sup>n-1</sup>, at
 * most {@code maxDelay}. A {@code Retry-After} of the server takes its place.
 */
public final class RetryPolicy {

    private static final RetryPolicy STANDARD =
            new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final RetryPolicy NONE = STANDARD.maxAttempts(1);

    private final int maxAttempts;
    private final Duration baseDelay;
    private final Duration maxDelay;
    private final Duration maxRetryAfter;

    private RetryPolicy(int maxAttempts, Duration baseDelay, Duration maxDelay, Duration maxRetryAfter) {
        this.maxAttempts = maxAttempts;
        this.baseDelay = baseDelay;
        this.maxDelay = maxDelay;
        this.maxRetryAfter = maxRetryAfter;
    }

    /**
     * Returns the default: 4 attempts, from 500 ms doubling to 10 s, a {@code Retry-After} of up to 5 minutes.
     *
     * @return the policy
     */
    public static RetryPolicy standard() {
        return STANDARD;
    }

    /**
     * Returns a policy of one attempt. The one resend after a correction of the clock or of the token is still made,
     * and an unblock whose response was lost is still read back.
     *
     * @return the policy
     */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * Returns this policy with another number of attempts.
     *
     * @param maxAttempts from 1 to 100, the first one included
     * @return a new policy
     * @throws IllegalArgumentException when out of range
     */
    public RetryPolicy maxAttempts(int maxAttempts) {
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("maxAttempts is not between 1 and 100: " + maxAttempts);
        }
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, maxRetryAfter);
    }

    /**
     * Returns this policy with another upper bound of the first pause. Raise it for batch work, lower it for a user who
     * waits.
     *
     * @param baseDelay at least 1 ms
     * @return a new policy
     * @throws IllegalArgumentException when shorter
     */
    public RetryPolicy baseDelay(Duration baseDelay) {
        return new RetryPolicy(maxAttempts, atLeastAMillisecond(baseDelay, "baseDelay"), maxDelay, maxRetryAfter);
    }

    /**
     * Returns this policy with another upper bound of every pause.
     *
     * @param maxDelay at least 1 ms
     * @return a new policy
     * @throws IllegalArgumentException when shorter
     */
    public RetryPolicy maxDelay(Duration maxDelay) {
        return new RetryPolicy(maxAttempts, baseDelay, atLeastAMillisecond(maxDelay, "maxDelay"), maxRetryAfter);
    }

    /**
     * Returns this policy with another upper bound for {@code Retry-After}. A wait that would exceed the call's time
     * limit is not begun; the call fails at once.
     *
     * @param maxRetryAfter at least 1 ms
     * @return a new policy
     * @throws IllegalArgumentException when shorter
     */
    public RetryPolicy maxRetryAfter(Duration maxRetryAfter) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, atLeastAMillisecond(maxRetryAfter, "maxRetryAfter"));
    }

    private static Duration atLeastAMillisecond(Duration duration, String name) {
        Objects.requireNonNull(duration, name);
        if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + " is not between 1 ms and a year: " + DurationText.of(duration));
        }
        return duration;
    }

    /**
     * Returns the number of attempts that a call has.
     *
     * @return at least 1
     */
    public int maxAttempts() {
        return maxAttempts;
    }

    /**
     * Returns the upper bound of the first pause.
     *
     * @return at least 1 ms
     */
    public Duration baseDelay() {
        return baseDelay;
    }

    /**
     * Returns the upper bound of every pause.
     *
     * @return at least 1 ms
     */
    public Duration maxDelay() {
        return maxDelay;
    }

    /**
     * Returns the upper bound for {@code Retry-After}.
     *
     * @return at least 1 ms
     */
    public Duration maxRetryAfter() {
        return maxRetryAfter;
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxAttempts=" + maxAttempts + ", baseDelay=" + DurationText.of(baseDelay) + ", maxDelay="
                + DurationText.of(maxDelay) + ", maxRetryAfter=" + DurationText.of(maxRetryAfter) + ']';
    }
}
