package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import org.jspecify.annotations.Nullable;

/**
 * An element of a list that was requested as whole objects: the object, or its id where the server does not do that.
 */
@JsonDeserialize(using = IdOrObjectDeserializer.class)
public record IdOrObject<T>(@Nullable T whole, @Nullable String id) {}
