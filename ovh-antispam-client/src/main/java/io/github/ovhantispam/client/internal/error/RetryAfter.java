package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.internal.time.Durations;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The wait that a server asks for. */
record RetryAfter(@Nullable Duration pause) {

    /** Longer than any wait, for numbers that are longer than any number of seconds. */
    private static final Duration FAR = Duration.ofDays(3650);

    /** Reads the header, of which a date counts from the {@code Date} of the response. */
    static RetryAfter of(Headers headers) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return new RetryAfter(null);
        }
        if (value.matches("[0-9]+")) {
            return new RetryAfter(value.length() > 9 ? FAR : Duration.ofSeconds(Long.parseLong(value)));
        }
        Instant until = headers.getInstant("Retry-After");
        Instant date = headers.getInstant("Date");
        if (until == null || date == null) {
            return new RetryAfter(null); // nonsense, or a date that nothing can be held against
        }
        return new RetryAfter(Durations.max(Duration.between(date, until), Duration.ZERO));
    }
}
