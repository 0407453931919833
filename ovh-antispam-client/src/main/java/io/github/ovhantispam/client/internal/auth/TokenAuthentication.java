package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.call.Authentication;
import io.github.ovhantispam.client.internal.call.PlainCalls;
import io.github.ovhantispam.client.internal.config.AuthMethod;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens: a fixed one, or those of a service account, which are fetched once for all threads, renewed before
 * they expire, and replaced when the server refuses one. There is no signature to date, so the server's time is read
 * off its responses.
 */
final class TokenAuthentication implements Authentication {

    private final ServerClock clock;
    private final TokenSource tokens;

    TokenAuthentication(ServerClock clock, TokenSource tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    @Override
    public void prepare(Attempt attempt, PlainCalls calls, Deadline deadline) {
        attempt.bearerToken(tokens.token(null, calls, deadline));
    }

    @Override
    public boolean isOutdated(Failure failure) {
        return failure.status() == 401 && tokens.isRenewable();
    }

    @Override
    public void correct(Failure failure, PlainCalls calls, Deadline deadline) {
        tokens.token(failure.attempt().bearerToken(), calls, deadline);
    }

    @Override
    public void learn(Attempt attempt, Instant sentAt, Instant receivedAt) {
        Instant date = attempt.date();
        if (date != null) {
            clock.set(date, sentAt, receivedAt);
        }
    }

    /** Where tokens come from. */
    interface TokenSource {

        /**
         * Returns a token that is good now.
         *
         * @param refused one that the server does not take any more, or null
         */
        String token(@Nullable String refused, PlainCalls calls, Deadline deadline);

        boolean isRenewable();
    }

    /** A token that was obtained elsewhere. */
    record FixedToken(AuthMethod.AccessToken access) implements TokenSource {

        @Override
        public String token(@Nullable String refused, PlainCalls calls, Deadline deadline) {
            return access.token;
        }

        @Override
        public boolean isRenewable() {
            return false;
        }
    }
}
