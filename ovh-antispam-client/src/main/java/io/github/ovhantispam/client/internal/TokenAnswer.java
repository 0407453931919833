package io.github.ovhantispam.client.internal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a token request is answered. */
@JsonIgnoreProperties(ignoreUnknown = true)
final class TokenAnswer {

    /**
     * Short enough to be right in most cases; where it is not, the server refuses the token and gets asked for another.
     */
    private static final long UNSAID = 300;

    private final String accessToken;
    private final long expiresIn;

    private TokenAnswer(String accessToken, long expiresIn) {
        this.accessToken = accessToken;
        this.expiresIn = expiresIn;
    }

    @JsonCreator
    static TokenAnswer of(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") @Nullable Long expiresIn) {
        if (accessToken == null) {
            throw new IllegalArgumentException("access_token is missing");
        }
        long seconds = expiresIn == null ? UNSAID : expiresIn; // RFC 6749 makes it optional
        if (seconds < 1 || seconds > 31_536_000) {
            throw new IllegalArgumentException("expires_in is not between a second and a year");
        }
        return new TokenAnswer(HeaderValue.checked("access_token", accessToken), seconds);
    }

    String accessToken() {
        return accessToken;
    }

    long expiresIn() {
        return expiresIn;
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "TokenAnswer[expiresIn=" + expiresIn + ']';
    }
}
