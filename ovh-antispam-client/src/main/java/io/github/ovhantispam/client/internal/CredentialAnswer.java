package io.github.ovhantispam.client.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.client.PendingConsumerKey;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a request for a consumer key is answered. */
@JsonIgnoreProperties(ignoreUnknown = true)
final class CredentialAnswer {

    private final PendingConsumerKey key;

    private CredentialAnswer(PendingConsumerKey key) {
        this.key = key;
    }

    @JsonCreator
    static CredentialAnswer of(
            @JsonProperty("consumerKey") @Nullable String consumerKey,
            @JsonProperty("validationUrl") @Nullable String validationUrl) {
        if (consumerKey == null || validationUrl == null) {
            throw new IllegalArgumentException("consumerKey or validationUrl is missing");
        }
        return new CredentialAnswer(
                PendingConsumerKey.of(HeaderValue.checked("consumerKey", consumerKey), url(validationUrl)));
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("validationUrl is no URL"); // whose text is secret
        }
    }

    PendingConsumerKey key() {
        return key;
    }
}
