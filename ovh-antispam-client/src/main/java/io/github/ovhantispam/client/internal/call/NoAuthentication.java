package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Instant;

/** For the routes that need none, and for the token, which is asked for with credentials in the body. */
public final class NoAuthentication implements Authentication {

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
