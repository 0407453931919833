package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.error.TransientFailure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Duration;
import java.util.Optional;

/** The pauses of one call between its attempts, of which the listener is notified. */
final class RetryPauses {

    private final CallContext context;
    private final Backoff backoff;

    RetryPauses(CallContext context) {
        this.context = context;
        this.backoff = new Backoff(context.options().retryPolicy());
    }

    /** Waits before the next attempt; returns false, without waiting, when none is left or the deadline would pass. */
    boolean pause(Failure failure, Deadline deadline) {
        Optional<Duration> pause = backoff.pauseAfter(failure);
        SweepPace pace = context.pace();
        if (pause.isPresent() && pace != null && TransientFailure.isOverload(failure.status())) {
            notifyRetried(failure, pace.left()); // its next turn comes late enough, and so do those of all others
            return true;
        }
        if (pause.isEmpty() || !deadline.allows(pause.get())) {
            return false;
        }
        notifyRetried(failure, pause.get());
        context.sleep(pause.get());
        return true;
    }

    void notifyRetried(Failure failure, Duration pause) {
        Attempt attempt = failure.attempt();
        context.runtime()
                .listener()
                .requestRetried(
                        new AntispamListener.Request(attempt.route.method, attempt.route.path, attempt.number),
                        pause,
                        failure.exception());
    }

    /** Notifies the pace of a sweep of the outcome of one of its turns; does nothing outside of a sweep. */
    void notifyPace(long turn, Outcome<?> outcome) {
        SweepPace pace = context.pace();
        if (pace == null) {
            return;
        }
        Failure failure = outcome.failure();
        if (failure != null && TransientFailure.isOverload(failure.status())) {
            pace.refused(turn, backoff.capped(failure.retryAfter()), failure.exception());
        } else if (failure == null || failure.status() != 0) {
            pace.accepted(turn);
        }
    }
}
