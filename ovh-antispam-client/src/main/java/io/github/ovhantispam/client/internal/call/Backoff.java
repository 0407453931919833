package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.RetryPolicy;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The waits of one call before its next attempts, as long as there are any: {@code Retry-After}, else full jitter.
 * Full, because the ready-made one caps after the jitter and so has none where it matters most.
 */
final class Backoff {

    private final RetryPolicy policy;
    private Retry.@Nullable AsyncContext<Failure> retries;

    Backoff(RetryPolicy policy) {
        this.policy = policy;
    }

    /** Returns the pause before the next attempt; empty when there is none. */
    Optional<Duration> pauseAfter(Failure failure) {
        if (retries == null) {
            retries = begin(); // not before: most calls fail never, and need not load what counts their failures
        }
        long millis = retries.onResult(failure);
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    private Retry.AsyncContext<Failure> begin() {
        RetryConfig config = RetryConfig.<Failure>custom()
                .maxAttempts(policy.maxAttempts())
                .retryOnResult(failure -> true) // the retry table has decided by then
                .intervalBiFunction((attempt, either) -> millis(attempt, either.get()))
                .build();
        return Retry.of("ovh-antispam", config).asyncContext();
    }

    /** Returns the wait that {@code Retry-After} asks for, as far as the policy allows it. */
    @Nullable
    Duration capped(@Nullable Duration retryAfter) {
        return retryAfter == null ? null : Durations.min(retryAfter, policy.maxRetryAfter());
    }

    private long millis(int attempt, Failure failure) {
        Duration asked = capped(failure.retryAfter());
        if (asked != null) {
            return asked.toMillis();
        }
        // The shift is capped where doubling has long passed every possible maxDelay.
        long doubled = policy.baseDelay().toMillis() << Math.min(attempt - 1, 20);
        long bound = Math.min(doubled, policy.maxDelay().toMillis());
        return ThreadLocalRandom.current().nextLong(bound + 1);
    }
}
