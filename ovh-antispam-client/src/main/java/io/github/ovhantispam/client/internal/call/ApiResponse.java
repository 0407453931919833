package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.Instant;
import okhttp3.Headers;

/** A value of the API, its headers, and the moments of the client's clock between which the server responded. */
public record ApiResponse<T>(Route route, T value, Headers headers, Instant sentAt, Instant receivedAt) {

    /** Returns the exception for a response that could be read and cannot be right. */
    public UnexpectedResponseException unexpected(String problem) {
        return new UnexpectedResponseException(route.method + ' ' + route.path + ": " + problem, 200, "", null, false);
    }
}
