package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.internal.call.RetryTable.Step;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that changes something. After a response that leaves open if it took effect, it is sent again only when that
 * does no harm, and not before a read has shown that it is needed.
 */
final class WriteLoop<T> {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    private final CallRequest<T> request;
    private final @Nullable ReadBack<?, T> readBack;
    private final Authentication authentication;
    private final Deadline deadline;

    private CallContext context;

    /** The latest failure that left open if the request took effect. */
    private @Nullable Failure lost;

    /**
     * A call that is about to begin.
     *
     * @param readBack for a request that sets something to a state: sent twice, it leaves the same state. Null for one
     *     that creates something: sent twice, it would create it twice
     */
    WriteLoop(CallContext context, CallRequest<T> request, @Nullable ReadBack<?, T> readBack) {
        this.context = context;
        this.request = request;
        this.readBack = readBack;
        this.authentication = context.runtime().authentication();
        this.deadline = context.deadline();
    }

    T run() {
        RetryPauses pauses = new RetryPauses(context);
        boolean corrected = false;
        for (int number = 1; ; number++) {
            Outcome<T> outcome = send(new Attempt(request.route(), number));
            Failure failure = outcome.failure();
            if (failure == null) {
                return Objects.requireNonNull(outcome.response()).value();
            }
            Step step = RetryTable.afterWrite(failure, authentication);
            if (step == Step.CORRECT && !corrected) {
                corrected = true;
                keepingLost(() -> {
                    authentication.correct(failure, new ReadLoop(context), deadline);
                    return failure;
                });
                pauses.notifyRetried(failure, Duration.ZERO);
                continue;
            }
            if (step == Step.READ_BACK) {
                lost = failure;
                context = context.afterChange();
            }
            boolean again = (step == Step.RESEND || (step == Step.READ_BACK && readBack != null))
                    && keepingLost(() -> pauses.pause(failure, deadline));
            Optional<T> result = readBack();
            if (result.isPresent()) {
                return result.get();
            }
            if (!again) {
                throw lost == null ? failure.exception() : failure.exceptionAfterChange();
            }
        }
    }

    private Outcome<T> send(Attempt attempt) {
        return keepingLost(() -> {
            authentication.prepare(attempt, new ReadLoop(context), deadline);
            Duration left = deadline.remaining();
            return new AttemptSender(context.runtime(), context.scope())
                    .send(attempt, request, authentication, readBack == null ? left : UnblockLoop.forPost(left));
        });
    }

    /** The result, when the request has taken effect although its response was lost. */
    private Optional<T> readBack() {
        ReadBack<?, T> read = readBack;
        Failure before = lost;
        if (before == null || read == null) {
            return Optional.empty();
        }
        Optional<T> result = keepingLost(() -> read.run(new ReadLoop(context), deadline));
        if (result.isPresent()) {
            LOG.warn(
                    "a request got no proper response, but a read shows that it took effect. {}",
                    before.thrown().exception(false, "").getMessage());
        }
        return result;
    }

    /** Does something whose failure must not hide that the request may have taken effect before. */
    private <R> R keepingLost(Supplier<R> work) {
        Failure before = lost;
        if (before == null) {
            return work.get();
        }
        try {
            return work.get();
        } catch (AntispamInterruptedException e) {
            throw interrupted(e, before);
        } catch (AntispamException e) {
            AntispamException thrown = before.exceptionAfterChange();
            thrown.addSuppressed(e);
            throw thrown;
        } catch (IllegalStateException e) { // the client was closed in between
            throw interrupted(e, before);
        }
    }

    private static AntispamException interrupted(RuntimeException e, Failure before) {
        AntispamException thrown =
                new AntispamInterruptedException("interrupted before the response could be settled", e, true);
        thrown.addSuppressed(before.exception());
        return thrown;
    }
}
