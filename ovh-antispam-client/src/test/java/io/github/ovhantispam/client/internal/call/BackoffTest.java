package io.github.ovhantispam.client.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.AntispamIOException;
import io.github.ovhantispam.client.RetryPolicy;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final RetryPolicy POLICY = RetryPolicy.standard().maxAttempts(30);

    private static Failure failure(Duration retryAfter) {
        return new Failure(
                Failure.Kind.REFUSED,
                new Attempt(Route.BLOCKS, 1),
                503,
                null,
                retryAfter,
                null,
                (processed, seen) -> new AntispamIOException("x", null, processed));
    }

    private static Optional<Duration> pauseAfter(RetryPolicy policy, int attempt) {
        Backoff backoff = new Backoff(policy);
        for (int i = 1; i < attempt; i++) {
            backoff.pauseAfter(failure(null));
        }
        return backoff.pauseAfter(failure(null));
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "5, 8000", "6, 10000", "25, 10000"})
    void pause_isDrawnEvenlyUpToItsBound(int attempt, long bound) {
        LongSummaryStatistics pauses = LongStream.range(0, 500)
                .map(i -> pauseAfter(POLICY, attempt).orElseThrow().toMillis())
                .summaryStatistics();

        assertThat(pauses.getMin()).isBetween(0L, bound / 10);
        assertThat(pauses.getMax()).isBetween(bound * 9 / 10, bound);
    }

    @Test
    void retryAfter_takesThePlaceOfTheDraw_upToItsBound() {
        Backoff backoff = new Backoff(POLICY);

        assertThat(backoff.pauseAfter(failure(Duration.ofSeconds(2)))).contains(Duration.ofSeconds(2));
        assertThat(backoff.pauseAfter(failure(Duration.ofHours(2)))).contains(Duration.ofMinutes(5));
        assertThat(backoff.pauseAfter(failure(Duration.ZERO))).contains(Duration.ZERO);
    }

    @Test
    void lastAttempt_hasNoPause() {
        assertThat(pauseAfter(RetryPolicy.standard(), 3)).isPresent();
        assertThat(pauseAfter(RetryPolicy.standard(), 4)).isEmpty();
        assertThat(pauseAfter(RetryPolicy.none(), 1)).isEmpty();
    }
}
