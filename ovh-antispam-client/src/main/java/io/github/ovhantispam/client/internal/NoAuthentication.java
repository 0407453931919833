package io.github.ovhantispam.client.internal;

import java.time.Instant;

/** For the routes that need none, and for the token, which is asked for with credentials in the body. */
final class NoAuthentication implements Authentication {

    @Override
    public void prepare(Attempt attempt, Calls calls, Deadline deadline) {
        // nothing is needed
    }

    @Override
    public boolean isOutdated(Failure failure) {
        return false;
    }

    @Override
    public void correct(Failure failure, Calls calls, Deadline deadline) {
        throw new IllegalStateException("nothing to correct");
    }

    @Override
    public void learn(Attempt attempt, Instant sentAt, Instant receivedAt) {
        // nothing is learnt
    }
}
