package io.github.ovhantispam.client.internal.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ovhantispam.client.internal.secret.HeaderValue;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The response of a token endpoint (RFC 6749 section 5.1). */
@JsonIgnoreProperties(ignoreUnknown = true)
public final class TokenResponse {

    /** The longest life that is believed; nothing is lost by asking once a year. */
    private static final double YEAR = 31_536_000;

    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,5})?\\s*");

    private final String accessToken;
    private final @Nullable Duration life;

    private TokenResponse(String accessToken, @Nullable Duration life) {
        this.accessToken = accessToken;
        this.life = life;
    }

    /**
     * Reads the fields as whatever they are: a token is worth using even if its lifetime makes no sense, and a message
     * about a token must not be one of Jackson's, which quote.
     */
    @JsonCreator
    static TokenResponse of(
            @JsonProperty("access_token") @Nullable Object accessToken,
            @JsonProperty("expires_in") @Nullable Object expiresIn) {
        if (accessToken == null) {
            throw new IllegalArgumentException("access_token is missing");
        }
        if (!(accessToken instanceof String token)) {
            throw new IllegalArgumentException("access_token is not a string");
        }
        return new TokenResponse(HeaderValue.checked("access_token", token), life(seconds(expiresIn)));
    }

    private static double seconds(@Nullable Object expiresIn) {
        if (expiresIn instanceof Number number) {
            return number.doubleValue();
        }
        return expiresIn instanceof String text && NUMBER.matcher(text).matches()
                ? Double.parseDouble(text.strip())
                : 0;
    }

    private static @Nullable Duration life(double seconds) {
        long millis = (long) (Math.min(seconds, YEAR) * 1000);
        return millis > 0 ? Duration.ofMillis(millis) : null;
    }

    public String accessToken() {
        return accessToken;
    }

    /**
     * Returns the lifetime of the token, at most a year.
     *
     * @return empty when {@code expires_in}, which is optional, is missing, not positive or not a number
     */
    public Optional<Duration> life() {
        return Optional.ofNullable(life);
    }

    /** Returns the lifetime, without the token. */
    @Override
    public String toString() {
        return "TokenResponse[life=" + life + ']';
    }
}
