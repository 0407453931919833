package io.github.ovhantispam.client;

/**
 * The API does not accept the credentials: unknown, expired, not validated yet, or wrongly signed.
 *
 * <p>The message names the likely cause, as far as the API's code shows it, the kind and the source of the credentials,
 * and the host that refused them.
 */
public final class AuthenticationException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of the credentials.
     *
     * @param error the API's response
     */
    public AuthenticationException(ApiError error) {
        super(error);
    }
}
