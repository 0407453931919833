package io.github.ovhantispam.emulator.internal.auth;

/** Who makes a call. */
public sealed interface Caller {

    /** Nobody in particular: the route asks for no authentication. */
    record Anonymous() implements Caller {}

    /**
     * An application with a consumer key.
     *
     * @param credential the consumer key
     */
    record Signed(Credential credential) implements Caller {}

    /**
     * A service account, or whoever else holds an access token.
     *
     * @param clientId the service account
     */
    record Bearer(String clientId) implements Caller {}
}
