package io.github.ovhantispam.client;

import io.github.ovhantispam.client.internal.config.AuthMethod;

/**
 * The credentials of a client: application keys, an OAuth2 service account, or an access token.
 *
 * <p>Values are checked to be safe in a header on creation. No method returns or prints them.
 */
public final class Credentials {

    private final AuthMethod method;

    private Credentials(AuthMethod method) {
        this.method = method;
    }

    /**
     * Application keys with a validated consumer key: every request is signed ({@code $1$}).
     *
     * @param applicationKey the application's public name
     * @param applicationSecret its secret
     * @param consumerKey the key that an account's owner validated for the application
     * @return the credentials
     * @throws IllegalArgumentException when one is empty or not safe in a header; the message does not quote it
     */
    public static Credentials applicationKeys(String applicationKey, String applicationSecret, String consumerKey) {
        return new Credentials(AuthMethod.applicationKeys(applicationKey, applicationSecret, consumerKey));
    }

    /**
     * Returns an application without a consumer key, usable only for {@link AntispamClient.Builder#requestConsumerKey}.
     *
     * @param applicationKey the application's public name
     * @param applicationSecret its secret
     * @return the credentials
     * @throws IllegalArgumentException when one is empty or not safe in a header; the message does not quote it
     */
    public static Credentials application(String applicationKey, String applicationSecret) {
        return new Credentials(AuthMethod.application(applicationKey, applicationSecret));
    }

    /**
     * Returns an OAuth2 service account: a token is requested when it is needed, and renewed before it expires.
     *
     * @param clientId the service account's id
     * @param clientSecret its secret
     * @return the credentials
     * @throws IllegalArgumentException when one is empty or not safe in a header; the message does not quote it
     */
    public static Credentials oauth2(String clientId, String clientSecret) {
        return new Credentials(AuthMethod.serviceAccount(clientId, clientSecret));
    }

    /**
     * Returns an access token that was obtained elsewhere. It lasts about an hour, and the client cannot renew it.
     *
     * @param accessToken the token, without the word {@code Bearer}
     * @return the credentials
     * @throws IllegalArgumentException when it is empty or not safe in a header; the message does not quote it
     */
    public static Credentials accessToken(String accessToken) {
        return new Credentials(AuthMethod.accessToken(accessToken));
    }

    AuthMethod method() {
        return method;
    }

    /** Returns the kind of credentials, without their values. */
    @Override
    public String toString() {
        return "Credentials[" + method.kind() + ']';
    }
}
