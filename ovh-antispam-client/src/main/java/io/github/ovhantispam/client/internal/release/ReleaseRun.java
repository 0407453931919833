package io.github.ovhantispam.client.internal.release;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.IpStillBlockedException;
import io.github.ovhantispam.client.Precaution;
import io.github.ovhantispam.client.ReblockedException;
import io.github.ovhantispam.client.ReleaseProgress;
import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.client.WaitTimeoutException;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.error.TransientFailure;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.time.Durations;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A release under way, step by step: read the address, unblock it when the block has run out, poll until it is
 * effective. Its driver waits between the steps, with a thread or with a timer.
 */
final class ReleaseRun {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");

    /** The time after the end of the block in which a release becomes effective, unless the caller sets another. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    /** The vendor speaks of several minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Duration SHORTEST_REQUEST = Duration.ofSeconds(1);

    /** Dates are to the second, and some servers renew theirs only every second: two are enough to suspect one. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(2);

    /**
     * After this, and a third reading, a date that is still the same is not an accident of a clock that was set back.
     */
    private static final Duration SECOND_THOUGHTS = Duration.ofSeconds(3);

    private enum Phase {
        READ,
        UNBLOCK,
        DOUBT,
        POLL
    }

    private Calls calls;
    private final IpBlock block;
    private final IpAddress ip;
    private final Precaution precaution;
    private final Consumer<? super ReleaseProgress> listener;
    private final List<SpamState> observed = new ArrayList<>();

    private Phase phase = Phase.READ;
    private @Nullable Deadline deadline;
    private @Nullable SpamIp accepted;
    private Duration waited = Duration.ZERO;
    private Duration pollPause = FIRST_PAUSE;
    private final boolean limited;
    private boolean warned;

    ReleaseRun(
            Calls calls,
            IpBlock block,
            IpAddress ip,
            Precaution precaution,
            @Nullable Duration timeout,
            Consumer<? super ReleaseProgress> listener) {
        this.calls = calls;
        this.block = block;
        this.ip = ip;
        this.precaution = precaution;
        this.deadline =
                timeout == null ? null : Deadline.after(timeout, calls.runtime().clock());
        this.listener = listener;
        this.limited = timeout != null;
    }

    /** The result of a step: the released address, or a pause and then the next step. */
    record Next(@Nullable SpamIp released, Duration pause) {}

    Next next() {
        return switch (phase) {
            case READ -> seen(read());
            case UNBLOCK -> unblock();
            case DOUBT -> doubt();
            case POLL -> poll();
        };
    }

    private SpamIp read() {
        return calls.readSpamIp(block, ip, forRequest());
    }

    /**
     * Returns the deadline of a request: that of any call, or the end of the release if that is earlier, and at least a
     * second.
     */
    private Deadline forRequest() {
        Deadline whole = deadline;
        if (whole == null) {
            return calls.deadline();
        }
        return calls.deadline().orAfter(Durations.max(whole.remaining(), SHORTEST_REQUEST));
    }

    void sleep(Duration pause) {
        calls.sleep(pause);
    }

    private Next seen(SpamIp spam) {
        observe(spam.state());
        return switch (spam.state().known()) {
            case UNBLOCKED -> released(spam);
            case BLOCKED_FOR_SPAM -> accepted == null ? waitForEnd(spam) : blockedAfter(accepted, spam);
            case UNBLOCKING, UNRECOGNIZED -> pollAgain(Step.WAITING_FOR_EFFECT);
        };
    }

    private void observe(SpamState state) {
        if (observed.isEmpty() || !state.equals(lastState())) {
            observed.add(state);
        }
    }

    private SpamState lastState() {
        return observed.get(observed.size() - 1);
    }

    private Next released(SpamIp spam) {
        report(Step.RELEASED, Duration.ZERO);
        return new Next(spam, Duration.ZERO);
    }

    private Next waitForEnd(SpamIp spam) {
        return waitForEnd(spam.releasableIn(calls.runtime().serverClock().now()));
    }

    private Next waitForEnd(Duration wait) {
        phase = Phase.UNBLOCK;
        if (!limit(wait).allows(wait)) {
            throw timeout("the block lasts another " + DurationText.of(wait) + ", longer than the time limit");
        }
        waited = wait;
        if (!wait.isZero()) {
            report(Step.WAITING_FOR_END_OF_BLOCK, wait);
        }
        return new Next(null, wait);
    }

    /** Returns the time limit, which is only known once a block was seen, unless the caller set one. */
    private Deadline limit(Duration wait) {
        Deadline set = deadline;
        if (set == null || (!limited && !wait.isZero())) {
            Duration whole = wait.compareTo(Duration.ofDays(3650)) > 0 ? GRACE : wait.plus(GRACE);
            set = Deadline.after(whole, calls.runtime().clock());
            deadline = set;
        }
        return set;
    }

    private Next unblock() {
        report(Step.UNBLOCKING, Duration.ZERO);
        SpamIp response;
        try {
            response = calls.unblock(block, ip, precaution, forRequest());
        } catch (IpStillBlockedException e) {
            Duration wait = e.remaining().isZero() ? Duration.ofSeconds(1) : e.remaining();
            return mayStandStill(wait) ? secondThoughts() : waitForEnd(wait);
        }
        accepted = response;
        calls = calls.afterChange();
        observe(response.state());
        return response.state().equals(SpamState.UNBLOCKED) ? released(response) : pollAgain(Step.WAITING_FOR_EFFECT);
    }

    /**
     * Returns true when the clock by which the server counts the block may not be moving: as much is left as before the
     * wait, and its date is the same. Only a refusal is believed in this; what is read may come from a cache.
     */
    private boolean mayStandStill(Duration left) {
        return left.plusSeconds(1).compareTo(waited) >= 0
                && calls.runtime().serverClock().standstill(SUSPICIOUS).isPresent()
                && limit(SECOND_THOUGHTS).allows(SECOND_THOUGHTS);
    }

    private Next secondThoughts() {
        phase = Phase.DOUBT;
        report(Step.WAITING_FOR_END_OF_BLOCK, SECOND_THOUGHTS);
        return new Next(null, SECOND_THOUGHTS);
    }

    private Next doubt() {
        SpamIp spam = read();
        Optional<ServerClock.Standstill> still =
                calls.runtime().serverClock().standstill(SUSPICIOUS.plus(SECOND_THOUGHTS));
        if (still.isPresent() && spam.state().equals(SpamState.BLOCKED_FOR_SPAM)) {
            throw new WaitTimeoutException(notReleased(standsStill(still.get())), observed, false);
        }
        return seen(spam);
    }

    private static String standsStill(ServerClock.Standstill still) {
        return "the server's clock has stood still at " + still.date() + " for " + DurationText.of(still.lasted())
                + ", like that of an emulator: advance it, or give the client clock(emulator.clock()) and"
                + " sleeper(emulator.clock()::sleep)";
    }

    /**
     * Blocked after an accepted release: anew when the date says so, else the response of a server that lags behind.
     */
    private Next blockedAfter(SpamIp release, SpamIp spam) {
        if (spam.date().isAfter(release.date())) {
            throw new ReblockedException(
                    ip + " was blocked again at " + spam.date() + " for " + DurationText.of(spam.time())
                            + ", after its release was accepted; mail is still going out",
                    spam);
        }
        return pollAgain(Step.WAITING_FOR_EFFECT);
    }

    private Next pollAgain(Step step) {
        phase = Phase.POLL;
        Duration left = limit(Duration.ZERO).remaining();
        if (left.isZero()) {
            throw timeout("the time limit has ended");
        }
        Duration pause = Durations.min(left, pollPause);
        pollPause = Durations.min(pollPause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
        report(step, pause);
        return new Next(null, pause);
    }

    private Next poll() {
        SpamIp spam;
        try {
            spam = read();
        } catch (AntispamException e) {
            if (!TransientFailure.is(e)) {
                throw e;
            }
            warnOnce(e);
            return pollAgain(Step.RETRYING_POLL);
        }
        return seen(spam);
    }

    private void warnOnce(AntispamException e) {
        if (!warned) {
            warned = true;
            LOG.warn("the release of {} goes on although reading it failed once: {}", ip, e.getMessage());
        }
    }

    private void report(Step step, Duration pause) {
        listener.accept(new ReleaseProgress(ip, step, lastState(), pause));
    }

    private WaitTimeoutException timeout(String why) {
        String still = calls.runtime()
                .serverClock()
                .standstill(LONGEST_PAUSE)
                .map(stood -> "; " + standsStill(stood))
                .orElse("");
        return new WaitTimeoutException(notReleased(why) + still, observed, accepted != null);
    }

    private String notReleased(String why) {
        String states = observed.stream().map(Objects::toString).collect(Collectors.joining(", then "));
        return ip + " is not released: " + why + "; seen so far: " + states;
    }
}
