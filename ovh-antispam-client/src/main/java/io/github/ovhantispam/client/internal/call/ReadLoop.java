package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.call.RetryTable.Step;
import io.github.ovhantispam.client.internal.concurrent.SingleFlight;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The loop of a read: sends attempts until one succeeds, or the {@link RetryTable} and the policy give up. */
final class ReadLoop implements PlainCalls {

    private final CallContext context;
    private final AttemptSender sender;

    ReadLoop(CallContext context) {
        this.context = context;
        this.sender = new AttemptSender(context.runtime(), context.scope());
    }

    <T> ApiResponse<T> read(CallRequest<T> request, Deadline deadline) {
        return read(request, context.runtime().authentication(), deadline);
    }

    @Override
    public <T> ApiResponse<T> readPlain(CallRequest<T> request, Deadline deadline) {
        return read(request, Authentication.NONE, deadline);
    }

    @Override
    public <T> T once(SingleFlight<T> flight, Supplier<@Nullable T> present, Supplier<T> work, Deadline deadline) {
        return flight.run(present, work, deadline, context.scope());
    }

    private <T> ApiResponse<T> read(CallRequest<T> request, Authentication authentication, Deadline deadline) {
        RetryPauses pauses = new RetryPauses(context);
        boolean corrected = false;
        int serverErrors = 0;
        for (int number = 1; ; number++) {
            Attempt attempt = new Attempt(request.route(), number);
            SweepPace pace = context.pace();
            long turn = pace == null ? 0 : pace.await(context::sleep, context.scope());
            authentication.prepare(attempt, unpaced(), renewed(deadline));
            Outcome<T> outcome = sender.send(
                    attempt, request, authentication, renewed(deadline).remaining());
            pauses.notifyPace(turn, outcome);
            Failure failure = outcome.failure();
            if (failure == null) {
                return Objects.requireNonNull(outcome.response());
            }
            Step step = RetryTable.afterRead(failure, authentication);
            if (step == Step.CORRECT && !corrected) {
                corrected = true;
                authentication.correct(failure, unpaced(), renewed(deadline));
                pauses.notifyRetried(failure, Duration.ZERO);
            } else if (step != Step.RESEND
                    || (failure.status() == 500 && ++serverErrors == mostServerErrors(request.route()))
                    || !pauses.pause(failure, renewed(deadline))) {
                throw context.changed() ? failure.exceptionAfterChange() : failure.exception();
            }
        }
    }

    /** For what a request needs before it can be sent: others may need it too, and must not wait for a turn. */
    private ReadLoop unpaced() {
        return context.pace() == null ? this : new ReadLoop(context.at(null));
    }

    /** In a sweep, each request has the time of a call, to which waiting for turns does not count. */
    private Deadline renewed(Deadline deadline) {
        return context.pace() == null ? deadline : context.deadline();
    }

    /** In a sweep, some blocks get a 500 whenever they are read; elsewhere the retry policy alone decides. */
    private int mostServerErrors(Route route) {
        return context.pace() != null && route.isOfABlock() ? 2 : Integer.MAX_VALUE;
    }
}
