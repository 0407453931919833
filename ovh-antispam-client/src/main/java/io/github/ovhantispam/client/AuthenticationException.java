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
                "check the application key, its secret and the consumer key, and that the consumer key was validated");
    }
}
