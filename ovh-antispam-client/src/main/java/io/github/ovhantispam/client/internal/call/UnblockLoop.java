package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.internal.call.RetryTable.Step;
import io.github.ovhantispam.client.internal.error.Failure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of an unblock, of which at most one request can take effect: after a response that leaves it open, the
 * address is read instead of unblocked again.
 */
final class UnblockLoop {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    /** The time reserved for the read-back: a quarter of what remains of the deadline, at most this. */
    private static final Duration READ_BACK_RESERVE = Duration.ofSeconds(10);

    private final CallContext context;
    private final AttemptSender sender;
    private final PlainCalls supporting;
    private final IpBlock block;
    private final IpAddress ip;

    UnblockLoop(CallContext context, IpBlock block, IpAddress ip) {
        this.context = context;
        this.sender = new AttemptSender(context.runtime(), context.scope());
        this.supporting = new ReadLoop(context);
        this.block = block;
        this.ip = ip;
    }

    SpamIp run(Precaution precaution, Deadline limit) {
        Deadline deadline = limit;
        Authentication authentication = context.runtime().authentication();
        CallRequest<SpamIp> post = context.runtime().requests().unblock(block, ip);
        RetryPauses pauses = new RetryPauses(context);
        boolean corrected = false;
        for (int number = 1; ; number++) {
            Attempt attempt = new Attempt(post.route(), number);
            authentication.prepare(attempt, supporting, deadline);
            deadline = check(precaution, deadline);
            Outcome<SpamIp> outcome = sender.send(attempt, post, authentication, forPost(deadline.remaining()));
            Failure failure = outcome.failure();
            if (failure == null) {
                return Objects.requireNonNull(outcome.response()).value();
            }
            Step step = RetryTable.afterUnblock(failure, authentication);
            boolean again = switch (step) {
                case CORRECT -> !corrected;
                case RESEND -> pauses.pause(failure, deadline);
                case RESEND_IF_STILL_BLOCKED -> pauseAmbiguously(pauses, failure, deadline);
                case READ_BACK, FAIL -> false;
            };
            if (!again) {
                return end(step, failure, deadline);
            }
            if (step == Step.CORRECT) {
                corrected = true;
                authentication.correct(failure, supporting, deadline);
                pauses.notifyRetried(failure, Duration.ZERO);
            } else if (step == Step.RESEND_IF_STILL_BLOCKED) {
                Outcome<SpamIp> now = readBack(deadline);
                if (!isStillBlocked(now)) {
                    return settle(failure, now);
                }
            }
        }
    }

    private SpamIp end(Step step, Failure failure, Deadline deadline) {
        if (step == Step.READ_BACK || step == Step.RESEND_IF_STILL_BLOCKED) {
            return settle(failure, readBack(deadline));
        }
        throw failure.exception();
    }

    /** Pauses after a response that leaves the outcome open, which an interrupt does not settle. */
    private boolean pauseAmbiguously(RetryPauses pauses, Failure failure, Deadline deadline) {
        try {
            return pauses.pause(failure, deadline);
        } catch (AntispamInterruptedException e) {
            AntispamException interrupted =
                    new AntispamInterruptedException("interrupted before the outcome could be settled", e, true);
            interrupted.addSuppressed(failure.exception());
            throw interrupted;
        }
    }

    /** Runs the precaution, whose time is the caller's and not the call's. */
    private Deadline check(Precaution precaution, Deadline deadline) {
        Instant before = context.runtime().clock().instant();
        precaution.check(ip);
        return deadline.plus(Duration.between(before, context.runtime().clock().instant()));
    }

    static Duration forPost(Duration remaining) {
        return remaining.minus(Durations.min(remaining.dividedBy(4), READ_BACK_RESERVE));
    }

    /** One read of the address, without retries. It never throws: what it could not settle is thrown instead. */
    private Outcome<SpamIp> readBack(Deadline deadline) {
        Authentication authentication = context.runtime().authentication();
        CallRequest<SpamIp> read = context.runtime().requests().spamIp(block, ip);
        Attempt attempt = new Attempt(read.route(), 1);
        try {
            authentication.prepare(attempt, supporting, deadline);
            return sender.send(attempt, read, authentication, deadline.remaining());
        } catch (AntispamException e) {
            return new Outcome<>(null, Failure.ofConnection(Failure.Kind.NOT_SENT, attempt, (processed, seen) -> e));
        } catch (IllegalStateException e) { // the client was closed in between
            return new Outcome<>(
                    null,
                    Failure.ofConnection(
                            Failure.Kind.NOT_SENT,
                            attempt,
                            (processed, seen) ->
                                    new AntispamInterruptedException("not sent: " + e.getMessage(), e, processed)));
        }
    }

    private static boolean isStillBlocked(Outcome<SpamIp> readBack) {
        ApiResponse<SpamIp> response = readBack.response();
        return response != null && response.value().state().equals(SpamState.BLOCKED_FOR_SPAM);
    }

    /** Returns the address, when what was read confirms the release; else the failure that it could not settle. */
    private static SpamIp settle(Failure failure, Outcome<SpamIp> readBack) {
        ApiResponse<SpamIp> response = readBack.response();
        if (response != null) {
            return settle(failure, response.value());
        }
        Failure unread = Objects.requireNonNull(readBack.failure());
        if (unread.kind() == Failure.Kind.INTERRUPTED) {
            AntispamException interrupted = unread.exceptionAfterChange();
            interrupted.addSuppressed(failure.exception());
            throw interrupted;
        }
        AntispamException why = unread.exception();
        AntispamException thrown = failure.exceptionAfterReadBack("failed: " + why.getMessage());
        thrown.addSuppressed(why);
        throw thrown;
    }

    private static SpamIp settle(Failure failure, SpamIp now) {
        SpamState state = now.state();
        String seen = "showed " + state + ", blocked at " + now.date();
        if (state.equals(SpamState.UNBLOCKING) || state.equals(SpamState.UNBLOCKED)) {
            LOG.warn(
                    "an unblock got no usable response, but reading the address back {}: it was accepted. {}",
                    seen,
                    failure.thrown().exception(false, "").getMessage());
            return now;
        }
        throw failure.exceptionAfterReadBack(seen);
    }
}
