package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.MissingCredentialsException;
import io.github.ovhantispam.client.internal.call.Authentication;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.http.ProofHeaders;
import io.github.ovhantispam.client.internal.secret.SecretRedactor;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * The two halves of the proof that requests carry.
 *
 * @param authentication prepares it before an attempt, and corrects it after a refusal
 * @param headers writes it into the request
 */
public record Proof(Authentication authentication, ProofHeaders headers) {

    /**
     * Returns the proof by the credentials of a client.
     *
     * @param api the routes that an authentication asks for itself
     * @param clock the client's clock, by which tokens expire
     * @throws MissingCredentialsException when they have no consumer key
     * @throws IllegalStateException when they need a token URL that the endpoint does not have
     */
    public static Proof of(
            Access access, AuthApi api, InstantSource clock, ServerClock serverClock, SecretRedactor redactor) {
        AuthMethod method = access.method();
        if (method instanceof AuthMethod.ApplicationKeys keys) {
            ProofHeaders signing =
                    new SignatureHeaders(keys.applicationKey, keys.applicationSecret, consumerKey(keys), serverClock);
            return new Proof(new SignedAuthentication(serverClock, api), signing);
        }
        TokenAuthentication.TokenSource tokens = method instanceof AuthMethod.ServiceAccount account
                ? new ServiceAccountTokens(account, tokenUrl(access), api, clock, redactor)
                : new TokenAuthentication.FixedToken((AuthMethod.AccessToken) method);
        return new Proof(new TokenAuthentication(serverClock, tokens), new BearerHeader());
    }

    /** Returns no proof, for a client that asks only for what needs none. */
    public static Proof none() {
        return new Proof(Authentication.NONE, new BearerHeader());
    }

    private static String consumerKey(AuthMethod.ApplicationKeys keys) {
        if (keys.consumerKey == null) {
            throw new MissingCredentialsException(
                    "the consumer key is missing: ask for one with requestConsumerKey()",
                    List.of("credentials of the builder: an application key and its secret only"));
        }
        return keys.consumerKey;
    }

    private static String tokenUrl(Access access) {
        return access.endpoint()
                .tokenUrl()
                .map(URI::toString)
                .orElseThrow(() -> new IllegalStateException("credentials and endpoint contradict each other: "
                        + access.endpoint() + " has no OAuth2; set the endpoint's tokenUrl if it does"));
    }
}
