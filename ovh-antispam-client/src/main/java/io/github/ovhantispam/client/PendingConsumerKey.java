package io.github.ovhantispam.client;

import java.net.URI;
import java.util.Objects;

/** A consumer key that becomes valid once the account's owner has opened its validation URL and agreed. */
public final class PendingConsumerKey {

    private final String consumerKey;
    private final URI validationUrl;

    private PendingConsumerKey(String consumerKey, URI validationUrl) {
        this.consumerKey = Objects.requireNonNull(consumerKey, "consumerKey");
        this.validationUrl = Objects.requireNonNull(validationUrl, "validationUrl");
    }

    /**
     * Returns a consumer key to be validated.
     *
     * @param consumerKey the key
     * @param validationUrl the URL at which it is validated
     * @return the value
     */
    public static PendingConsumerKey of(String consumerKey, URI validationUrl) {
        return new PendingConsumerKey(consumerKey, validationUrl);
    }

    /**
     * Returns the key: a secret, to be stored like a password.
     *
     * @return the key
     */
    public String consumerKey() {
        return consumerKey;
    }

    /**
     * Returns the URL at which the account's owner logs in and agrees. Anyone who has this URL can validate the key.
     *
     * @return the URL
     */
    public URI validationUrl() {
        return validationUrl;
    }

    /** Returns where to validate, without the key and the URL's secret part. */
    @Override
    public String toString() {
        return "PendingConsumerKey[validate at " + validationUrl.getHost() + ']';
    }
}
