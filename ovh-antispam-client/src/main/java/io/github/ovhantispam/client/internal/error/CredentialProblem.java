package io.github.ovhantispam.client.internal.error;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reason for which credentials are refused, with what to do about it. */
enum CredentialProblem {
    UNKNOWN_APPLICATION(
            "the application key is unknown there: check it, and the endpoint that the application was made for"),
    UNKNOWN_CONSUMER_KEY("the consumer key is unknown there: it was deleted, or made at another endpoint; get one with"
            + " requestConsumerKey()"),
    CONSUMER_KEY_NOT_VALID("the consumer key is not validated yet, or expired or revoked: open its validation URL, or"
            + " get another with requestConsumerKey()"),
    WRONG_SIGNATURE("the signature does not fit: check the application secret, that the consumer key was made for this"
            + " application, and that nothing in between rewrites the URL"),
    STALE("the time of the signature is refused although it was set by the server's own clock: ask again later, or"
            + " check which server responds to /auth/time"),
    UNKNOWN_CLIENT("the client id or its secret is wrong, or the service account belongs to another region: check both"
            + " and the endpoint"),
    CLIENT_NOT_ALLOWED("this service account may not get tokens by client credentials: create one with the flow"
            + " CLIENT_CREDENTIALS"),
    TOKEN_REQUEST_REFUSED(
            "the token endpoint refuses the request for a token: check that it is the one of this" + " endpoint"),
    NOT_LOGGED_IN("the request was taken for one without credentials: a token is expired, revoked or of another region,"
            + " or something in between takes headers out"),
    UNNAMED("the credentials are unknown, wrong, expired or revoked, or the consumer key is not validated yet");

    private static final Map<String, CredentialProblem> BY_CODE = Map.ofEntries(
            Map.entry("INVALID_KEY", UNKNOWN_APPLICATION),
            Map.entry("NOT_CREDENTIAL", UNKNOWN_CONSUMER_KEY),
            Map.entry("INVALID_CREDENTIAL", CONSUMER_KEY_NOT_VALID),
            Map.entry(ErrorBody.INVALID_SIGNATURE, WRONG_SIGNATURE),
            Map.entry(ErrorBody.QUERY_TIME_OUT, STALE),
            // RFC 6749, section 5.2, and the vendor's own: without a token, nothing can be called
            Map.entry("invalid_client", UNKNOWN_CLIENT),
            Map.entry("invalid_client_credentials", UNKNOWN_CLIENT),
            Map.entry("Invalid client", UNKNOWN_CLIENT),
            Map.entry("unauthorized_client", CLIENT_NOT_ALLOWED),
            Map.entry("unsupported_grant_type", CLIENT_NOT_ALLOWED),
            Map.entry("invalid_grant", TOKEN_REQUEST_REFUSED),
            Map.entry("invalid_request", TOKEN_REQUEST_REFUSED),
            Map.entry("invalid_scope", TOKEN_REQUEST_REFUSED));

    /** The newer bodies have no code for these, and the same class as a missing permission. */
    private static final Map<String, CredentialProblem> BY_MESSAGE = Map.of(
            "this application key is invalid", UNKNOWN_APPLICATION,
            "this credential does not exist", UNKNOWN_CONSUMER_KEY,
            "this credential is not valid", CONSUMER_KEY_NOT_VALID,
            "invalid signature", WRONG_SIGNATURE,
            "query time out", STALE,
            "you must login first", NOT_LOGGED_IN);

    private final String hint;

    CredentialProblem(String hint) {
        this.hint = hint;
    }

    /**
     * Returns the problem that a refusal with a status from 400 to 499 is about, or null when it is about something
     * else.
     */
    static @Nullable CredentialProblem of(int status, ErrorBody body) {
        CredentialProblem named = body.code() == null ? null : BY_CODE.get(body.code());
        if (named == null && body.message() != null) {
            named = BY_MESSAGE.get(body.message().toLowerCase(Locale.ROOT));
        }
        return named == null && status == 401 ? UNNAMED : named;
    }

    /** Returns a likely cause and the next step. */
    String hint() {
        return hint;
    }
}
