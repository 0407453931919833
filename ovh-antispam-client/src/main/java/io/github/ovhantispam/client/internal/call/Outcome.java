package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** The outcome of an attempt: a value, or else a failure. */
public record Outcome<T>(
        @Nullable Answer<T> answer, @Nullable Failure failure) {

    /** A value, its headers, and the moments of the client's clock between which the server responded. */
    public record Answer<T>(T value, Headers headers, Instant sentAt, Instant receivedAt) {}
}
