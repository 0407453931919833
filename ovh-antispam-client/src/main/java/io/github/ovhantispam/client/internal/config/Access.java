package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.internal.wire.Route;

/**
 * The endpoint of a client, what proves its right there, and where that was found.
 *
 * @param source the origin of the credentials, such as {@code the environment}, fit to be printed
 */
public record Access(Endpoint endpoint, AuthMethod method, String source) {

    /** The credentials in words, without their values. */
    public String credentials() {
        return method.kind() + " from " + source;
    }

    /** The host that a request of a route goes to, with its port where it has one. */
    public String host(Route route) {
        return (route == Route.TOKEN ? endpoint.tokenUrl().orElse(endpoint.baseUrl()) : endpoint.baseUrl())
                .getRawAuthority();
    }

    @Override
    public String toString() {
        return endpoint + ", " + credentials();
    }
}
