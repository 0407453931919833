package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Instant;

/** The preparation of requests that prove a right, and the correction of a proof that is refused as outdated. */
public interface Authentication {

    /** The authentication of the routes that need none, among them the one for a token, whose body has the secret. */
    Authentication NONE = new Authentication() {
        @Override
        public void prepare(Attempt attempt, PlainCalls calls, Deadline deadline) {
            // nothing is needed
        }

        @Override
        public boolean isOutdated(Failure failure) {
            return false;
        }

        @Override
        public void correct(Failure failure, PlainCalls calls, Deadline deadline) {
            throw new IllegalStateException("nothing to correct");
        }

        @Override
        public void learn(Attempt attempt, Instant sentAt, Instant receivedAt) {
            // nothing is learnt
        }
    };

    /** Prepares what the attempt needs: the server's time, or a token. May send requests of its own. */
    void prepare(Attempt attempt, PlainCalls calls, Deadline deadline);

    /** Returns true when the request was refused only because its timestamp or its token is out of date. */
    boolean isOutdated(Failure failure);

    /** Renews what the refused attempt was sent with. */
    void correct(Failure failure, PlainCalls calls, Deadline deadline);

    /** Learns from a response, whatever its status. */
    void learn(Attempt attempt, Instant sentAt, Instant receivedAt);
}
