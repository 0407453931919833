package io.github.ovhantispam.client.internal.error;

import io.github.ovhantispam.client.internal.wire.Attempt;
import org.jspecify.annotations.Nullable;

/** A response whose status is not a success, as it was received. */
record Refusal(Attempt attempt, ErrorBody body) {

    boolean isStillBlocked() {
        return attempt.status() >= 400 && attempt.status() < 500 && body.remaining() != null;
    }

    boolean isExpired() {
        return attempt.status() == 460 || (attempt.status() < 500 && body.mentions("service is expired"));
    }

    /** Returns the problem with the credentials, or null when the refusal is about something else. */
    @Nullable
    CredentialProblem credentialProblem() {
        return attempt.status() < 500 ? CredentialProblem.of(attempt.status(), body) : null;
    }

    /** Returns true when the API itself says that an object does not exist, and not a proxy or another server. */
    boolean isMissingObject() {
        return body.json()
                && (attempt.headers().get("X-Ovh-QueryId") != null || body.mentions("does not exist"))
                && !body.mentions("invalid (or empty) url");
    }

    /** Returns the code, by which an outdated clock is recognized in either generation of body. */
    @Nullable
    String code() {
        if (attempt.status() == 400 && body.says(ErrorBody.QUERY_TIME_OUT)) {
            return ErrorBody.QUERY_TIME_OUT;
        }
        return attempt.status() == 400 && body.says(ErrorBody.INVALID_SIGNATURE)
                ? ErrorBody.INVALID_SIGNATURE
                : body.code();
    }
}
