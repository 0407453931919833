package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Instant;

/**
 * How requests prove their right: what must be fetched before one is sent, and what can be corrected when one is
 * refused.
 */
public interface Authentication {

    /** Makes ready what the attempt needs: the server's time, or a token. May send requests of its own. */
    void prepare(Attempt attempt, Calls calls, Deadline deadline);

    /** Whether the request was refused only because its timestamp or its token is out of date. */
    boolean isOutdated(Failure failure);

    /** Brings up to date what the refused attempt was sent with. */
    void correct(Failure failure, Calls calls, Deadline deadline);

    /** Learns from an answer, whatever it was. */
    void learn(Attempt attempt, Instant sentAt, Instant receivedAt);
}
