package io.github.ovhantispam.client;

/** The API does not accept the credentials: unknown, expired, not validated yet, or wrongly signed. */
public final class AuthenticationException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of the credentials.
     *
     * @param error what the API answered
     */
    public AuthenticationException(ApiError error) {
        super(
                error,
                "the credentials are unknown, wrong, expired or revoked, or the consumer key is not validated yet");
    }
}
