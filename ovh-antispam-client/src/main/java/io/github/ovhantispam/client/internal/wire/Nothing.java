package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The result of a route that has none. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Nothing() {}
