package io.github.ovhantispam.client;

import java.net.URI;
import java.util.Objects;

/** A consumer key that is good once the account's owner has opened its validation URL and agreed. */
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
     * @param validationUrl where it is validated
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
     * Where the account's owner logs in and agrees. Whoever has this URL can validate the key.
     *
     * @return the URL
     */
    public URI validationUrl() {
        return validationUrl;
    }

    /** Where to validate, without the key and the URL's secret part. */
    @Override
    public String toString() {
        return "PendingConsumerKey[validate at " + validationUrl.getHost() + ']';
    }
}
