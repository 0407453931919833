package io.github.ovhantispam.client.internal;

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
            + " check what answers /auth/time"),
    UNKNOWN_CLIENT("the client id or its secret is wrong, or the service account belongs to another region: check both"
            + " and the endpoint"),
    NOT_LOGGED_IN("the request was taken for one without credentials: a token is expired, revoked or of another region,"
            + " or something in between takes headers out"),
    UNNAMED("the credentials are unknown, wrong, expired or revoked, or the consumer key is not validated yet");

    private static final Map<String, CredentialProblem> BY_CODE = Map.of(
            "INVALID_KEY",
            UNKNOWN_APPLICATION,
            "NOT_CREDENTIAL",
            UNKNOWN_CONSUMER_KEY,
            "INVALID_CREDENTIAL",
            CONSUMER_KEY_NOT_VALID,
            ErrorBody.INVALID_SIGNATURE,
            WRONG_SIGNATURE,
            ErrorBody.QUERY_TIME_OUT,
            STALE,
            "invalid_client",
            UNKNOWN_CLIENT,
            "invalid_client_credentials",
            UNKNOWN_CLIENT,
            "unauthorized_client",
            UNKNOWN_CLIENT,
            "Invalid client",
            UNKNOWN_CLIENT);

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

    /** The problem that a refusal with a status from 400 to 499 is about, or null when it is about something else. */
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
