package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/** The API does not accept the credentials: unknown, expired, not validated yet, or wrongly signed. */
public final class AuthenticationException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal of the credentials.
     *
     * @param error what the API answered
     */
    public AuthenticationException(ApiError error) {
        super(error, advice(error.code()));
    }

    private static String advice(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "invalid_client", "invalid_client_credentials" ->
                "the client id or the client secret is wrong or revoked, or is one of another region";
            case "unauthorized_client", "unsupported_grant_type" ->
                "this service account may not get tokens by client credentials: create one with the flow"
                        + " CLIENT_CREDENTIALS";
            case "invalid_grant", "invalid_request", "invalid_scope" ->
                "the token endpoint refuses the request for a token: check that it is the one of this endpoint";
            default ->
                "the credentials are unknown, wrong, expired or revoked, or the consumer key is not validated yet";
        };
    }
}
