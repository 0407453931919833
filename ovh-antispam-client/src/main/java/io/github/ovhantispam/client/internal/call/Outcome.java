package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import org.jspecify.annotations.Nullable;

/** The outcome of an attempt: a response, or else a failure. */
record Outcome<T>(
        @Nullable ApiResponse<T> response, @Nullable Failure failure) {}
