package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.client.PendingConsumerKey;
import io.github.ovhantispam.client.internal.secret.HeaderValue;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The response to a request for a consumer key. */
@JsonIgnoreProperties(ignoreUnknown = true)
public final class CredentialResponse {

    private final PendingConsumerKey key;

    private CredentialResponse(PendingConsumerKey key) {
        this.key = key;
    }

    @JsonCreator
    static CredentialResponse of(
            @JsonProperty("consumerKey") @Nullable String consumerKey,
            @JsonProperty("validationUrl") @Nullable String validationUrl) {
        if (consumerKey == null || validationUrl == null) {
            throw new IllegalArgumentException("consumerKey or validationUrl is missing");
        }
        return new CredentialResponse(
                PendingConsumerKey.of(HeaderValue.checked("consumerKey", consumerKey), url(validationUrl)));
    }

    private static URI url(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("validationUrl is not a URL"); // whose text is secret
        }
    }

    public PendingConsumerKey key() {
        return key;
    }
}
