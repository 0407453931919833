package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.emulator.Transition;
import io.github.ovhantispam.emulator.internal.limit.DateRange;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One address that has sent spam: blocked, then unblocking, then unblocked.
 *
 * <p>Nothing happens on its own: what time has brought is worked out when somebody looks.
 */
public final class SpamRecord {

    private final IpAddress address;
    private final AccountRules rules;
    private final InstantSource clock;
    private final UnaryOperator<Duration> repeatOffenceDuration;
    private final List<StatsRecord> stats = new CopyOnWriteArrayList<>();

    private Transition transition;
    private SpamState state;
    private OffsetDateTime date;
    private Duration time;
    private Instant released = Instant.EPOCH;
    private int readsSinceRelease;
    private long acceptedUnblocks;
    private @Nullable Duration relapse;

    public SpamRecord(IpAddress address, AccountRules rules) {
        this.address = address;
        this.rules = rules;
        this.clock = rules.clock();
        this.repeatOffenceDuration = rules.repeatOffenceDuration();
        this.transition = rules.transition();
        this.state = SpamState.UNBLOCKED;
        this.date = now();
        this.time = Duration.ZERO;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    public IpAddress address() {
        return address;
    }

    /** Looks at the address without that being counted as a read. */
    public synchronized SpamSnapshot snapshot() {
        settle();
        return new SpamSnapshot(address, state, date, time);
    }

    /** Reads the address, as the API's own route does. */
    public synchronized SpamSnapshot read() {
        SpamSnapshot now = snapshot();
        if (now.state().equals(SpamState.UNBLOCKING)) {
            readsSinceRelease++;
        }
        return now;
    }

    /** Asks for the release. */
    public synchronized UnblockOutcome unblock() {
        settle();
        if (!state.equals(SpamState.BLOCKED_FOR_SPAM)) {
            return new UnblockOutcome.NotBlocked(snapshot());
        }
        Duration left = Duration.between(clock.instant(), date.toInstant().plus(time));
        if (!left.isNegative() && !left.isZero()) {
            return new UnblockOutcome.TooEarly(left.plusSeconds(1).minusNanos(1).toSeconds());
        }
        acceptedUnblocks++;
        release();
        return new UnblockOutcome.Accepted(snapshot());
    }

    private void release() {
        state = SpamState.UNBLOCKING;
        released = clock.instant();
        readsSinceRelease = 0;
    }

    /** Catches up with what has become of the address since somebody last looked. */
    private void settle() {
        if (state.equals(SpamState.UNBLOCKING)) {
            effective().ifPresent(at -> {
                state = SpamState.UNBLOCKED;
                released = at;
            });
        }
        if (state.equals(SpamState.UNBLOCKED) && relapse != null && acceptedUnblocks > 0) {
            Instant caught = DateRange.later(released, relapse);
            if (!clock.instant().isBefore(caught)) {
                blockAgain(caught.truncatedTo(ChronoUnit.SECONDS).atOffset(date.getOffset()));
            }
        }
    }

    private Optional<Instant> effective() {
        Instant now = clock.instant();
        if (transition instanceof Transition.Immediately) {
            return Optional.of(released);
        }
        if (transition instanceof Transition.After after) {
            Instant at = DateRange.later(released, after.delay());
            return now.isBefore(at) ? Optional.empty() : Optional.of(at);
        }
        if (transition instanceof Transition.AfterReads afterReads) {
            return readsSinceRelease < afterReads.reads() ? Optional.empty() : Optional.of(now);
        }
        return Optional.empty();
    }

    /**
     * Blocks the address.
     *
     * @throws IllegalArgumentException when the block duration is negative, or an end of the block is beyond the year
     *     9999
     */
    public synchronized void block(OffsetDateTime date, Duration time) {
        DateRange.date("date", date);
        DateRange.duration("time", time);
        if (time.compareTo(Duration.between(date.toInstant(), DateRange.LATEST)) > 0) {
            throw new IllegalArgumentException("time: the block would end after the year 9999: " + time);
        }
        this.state = SpamState.BLOCKED_FOR_SPAM;
        this.date = date.truncatedTo(ChronoUnit.SECONDS);
        this.time = time.truncatedTo(ChronoUnit.SECONDS);
        rules.announce(this, this.date);
    }

    /** Blocks the address from now on. */
    public synchronized void blockNow(Duration time) {
        block(now(), time);
    }

    /** Blocks the address again, from now on and for longer than before. */
    public synchronized void blockAgain() {
        settle();
        blockAgain(now());
    }

    private void blockAgain(OffsetDateTime from) {
        Duration most = Duration.between(from.toInstant(), DateRange.LATEST);
        Duration longer = repeatOffenceDuration.apply(time);
        Duration least = longer.isNegative() ? Duration.ZERO : longer;
        block(from, least.compareTo(most) > 0 ? most : least);
    }

    /** Makes the address one whose release was accepted just now, without counting it. */
    public synchronized void markUnblocking() {
        release();
    }

    /** Makes the address one that was blocked and no longer is. */
    public synchronized void markUnblocked() {
        state = SpamState.UNBLOCKED;
        released = clock.instant();
    }

    /** Sets when an accepted release takes effect. */
    public synchronized void transition(Transition transition) {
        settle();
        this.transition = transition;
    }

    /** Sets the time after each release at which the address is caught again; null when no mail leaves it. */
    public synchronized void relapseAfter(@Nullable Duration delay) {
        if (delay != null) {
            DateRange.duration("delay", delay);
        }
        settle();
        this.relapse = delay;
    }

    /** Returns the number of requests to unblock that took effect. */
    public synchronized long acceptedUnblocks() {
        return acceptedUnblocks;
    }

    /** Returns what makes the record again what it is now. */
    public synchronized Runnable restorePoint() {
        Transition oldTransition = transition;
        SpamState oldState = state;
        OffsetDateTime oldDate = date;
        Duration oldTime = time;
        Instant oldReleased = released;
        int oldReads = readsSinceRelease;
        long oldUnblocks = acceptedUnblocks;
        Duration oldRelapse = relapse;
        List<StatsRecord> oldStats = List.copyOf(stats);
        List<Runnable> entries =
                oldStats.stream().map(StatsRecord::restorePoint).toList();
        return () -> {
            synchronized (this) {
                transition = oldTransition;
                state = oldState;
                date = oldDate;
                time = oldTime;
                released = oldReleased;
                readsSinceRelease = oldReads;
                acceptedUnblocks = oldUnblocks;
                relapse = oldRelapse;
                stats.clear();
                stats.addAll(oldStats);
                entries.forEach(Runnable::run);
            }
        };
    }

    /** Adds an entry of statistics. */
    public void addStats(StatsRecord entry) {
        stats.add(entry);
    }

    /** Returns the statistics of blocks that began within a period. */
    public List<StatsRecord> stats(Instant from, Instant to) {
        return stats.stream()
                .filter(entry ->
                        !entry.timestamp().isBefore(from) && !entry.timestamp().isAfter(to))
                .sorted((left, right) -> left.timestamp().compareTo(right.timestamp()))
                .toList();
    }
}
