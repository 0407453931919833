package io.github.ovhantispam.emulator.internal.auth;

/** The identity behind a call. */
public sealed interface Caller {

    /** Returns true for a call, named by its {@link CallPath}, that no access rule forbids. */
    default boolean mayCall(String method, String path) {
        return true;
    }

    /** Nobody in particular: the route asks for no authentication. */
    record Anonymous() implements Caller {}

    /** An application with a consumer key. */
    record Signed(Credential credential) implements Caller {
        @Override
        public boolean mayCall(String method, String path) {
            return credential.mayCall(method, path);
        }
    }

    /** A service account, or whoever else holds an access token. */
    record Bearer(String clientId) implements Caller {}
}
