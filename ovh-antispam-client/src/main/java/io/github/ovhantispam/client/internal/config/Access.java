package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.client.Endpoint;

/**
 * The endpoint of a client, what proves its right there, and where that was found.
 *
 * @param source the origin of the credentials, such as {@code the environment}, fit to be printed
 */
public record Access(Endpoint endpoint, AuthMethod method, String source) {

    /** Describes the credentials, without their values. */
    public String credentials() {
        return method.kind() + " from " + source;
    }

    @Override
    public String toString() {
        return endpoint + ", " + credentials();
    }
}
