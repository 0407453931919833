package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The response of a batch for one of its keys: a value, or else an error.
 *
 * @param error in whichever form; that there is one is all that is used of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BatchItem<T>(
        @Nullable String key, @Nullable T value, @Nullable Object error) {}
