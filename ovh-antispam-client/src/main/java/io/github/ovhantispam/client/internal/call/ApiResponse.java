package io.github.ovhantispam.client.internal.call;

import java.time.Instant;
import okhttp3.Headers;

/** A value of the API, its headers, and the moments of the client's clock between which the server responded. */
public record ApiResponse<T>(T value, Headers headers, Instant sentAt, Instant receivedAt) {}
