package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.auth.AccessRule;
import io.github.ovhantispam.emulator.internal.auth.Credential;
import io.github.ovhantispam.emulator.internal.auth.CredentialState;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.model.IpBlock;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A consumer key and its application. Thread-safe; every change is visible to the next request. */
public final class EmulatedCredential {

    private final Credential credential;
    private final URI endpoint;

    EmulatedCredential(Credential credential, URI endpoint) {
        this.credential = credential;
        this.endpoint = endpoint;
    }

    /**
     * Returns the application key.
     *
     * @return 16 characters
     */
    public String applicationKey() {
        return credential.application().key();
    }

    /**
     * Returns the application's secret.
     *
     * @return 32 characters
     */
    public String applicationSecret() {
        return credential.application().secret();
    }

    /**
     * Returns the consumer key.
     *
     * @return 32 characters
     */
    public String consumerKey() {
        return credential.consumerKey();
    }

    /**
     * Returns the environment of a client that uses it.
     *
     * @return {@code OVH_ENDPOINT}, {@code OVH_APPLICATION_KEY}, {@code OVH_APPLICATION_SECRET} and
     *     {@code OVH_CONSUMER_KEY}
     */
    public Map<String, String> environment() {
        return Map.of(
                "OVH_ENDPOINT", endpoint.toString(),
                "OVH_APPLICATION_KEY", applicationKey(),
                "OVH_APPLICATION_SECRET", applicationSecret(),
                "OVH_CONSUMER_KEY", consumerKey());
    }

    /**
     * Limits it to nothing, so that {@link #allow} can say what it may call.
     *
     * @return this credential
     */
    public EmulatedCredential allowNothing() {
        credential.rules(List.of());
        return this;
    }

    /**
     * Adds an access rule.
     *
     * @param method the verb
     * @param path the path below the API's base, such as {@code /ip}, or with stars, such as {@code /ip/*}; a rule for
     *     {@code /ip} does not cover what lies below it
     * @return this credential
     */
    public EmulatedCredential allow(String method, String path) {
        List<AccessRule> rules = new ArrayList<>(credential.rules());
        rules.add(new AccessRule(method, path));
        credential.rules(rules);
        return this;
    }

    /**
     * Limits the addresses it may be used from; without this, every address is allowed.
     *
     * @param blocks addresses or blocks, such as {@code 127.0.0.0/8}; calls from elsewhere are refused with 403
     * @return this credential
     * @throws IllegalArgumentException when a text is not a block
     */
    public EmulatedCredential allowFrom(String... blocks) {
        credential.allowedIps(Stream.of(blocks).map(IpBlock::of).toList());
        return this;
    }

    /**
     * Takes back what its account has agreed to.
     *
     * @return this credential
     */
    public EmulatedCredential pendingValidation() {
        return state(CredentialState.PENDING_VALIDATION);
    }

    /**
     * Agrees to it, in place of its account.
     *
     * @return this credential
     */
    public EmulatedCredential validated() {
        return state(CredentialState.VALIDATED);
    }

    /**
     * Turns it down, in place of its account.
     *
     * @return this credential
     */
    public EmulatedCredential refused() {
        return state(CredentialState.REFUSED);
    }

    /**
     * Ends it now.
     *
     * @return this credential
     */
    public EmulatedCredential expired() {
        return state(CredentialState.EXPIRED);
    }

    private EmulatedCredential state(CredentialState state) {
        credential.state(state);
        return this;
    }

    /**
     * Ends it at a moment to come.
     *
     * @param expiration the moment, by the clock that {@code /auth/time} shows
     * @return this credential
     * @throws IllegalArgumentException when it is not from 1970 to 9999
     */
    public EmulatedCredential expiresAt(Instant expiration) {
        credential.expiration(DateRange.moment("expiration", expiration));
        return this;
    }

    /** Returns the application key; never a secret. */
    @Override
    public String toString() {
        return "EmulatedCredential[" + applicationKey() + "]";
    }
}
