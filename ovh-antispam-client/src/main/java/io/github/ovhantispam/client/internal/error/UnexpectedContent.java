package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.wire.Route;

/** A response that could be read and cannot be right. */
public record UnexpectedContent(Route route, String problem) {

    public UnexpectedResponseException exception() {
        return new UnexpectedResponseException(route.method + ' ' + route.path + ": " + problem, 200, "", null, false);
    }
}
