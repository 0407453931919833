package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.Kind;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sweep of a watch: compares what it finds with what is known, tells of what is new, and learns it. */
final class WatchPass {

    /**
     * The later block first, unless it has a date that no block can have, then the narrower one; the last only so that
     * the same one is taken in each sweep.
     */
    private final Comparator<Finding> best = Comparator.comparing((Finding finding) -> isPossible(finding.spamIp()))
            .thenComparing(finding -> date(finding.spamIp()))
            .thenComparing(finding -> finding.block().prefixLength())
            .thenComparing(Finding::block);

    private final SweepRun sweep;
    private final CallScope scope;
    private final ServerClock clock;
    private final WatchMemory memory;
    private final WatchAudience audience;
    private final UnaryOperator<Finding> handles;

    private final Set<IpAddress> seen = new HashSet<>();
    private final Map<IpAddress, List<Finding>> held = new TreeMap<>();
    private final List<BlockFailure> failures = new ArrayList<>();
    private @Nullable OverlappingBlocks shared;
    private @Nullable AntispamException cause;

    /**
     * A sweep.
     *
     * @param scope ends with the watch
     * @param handles gives findings handles that do not end with the watch
     */
    WatchPass(
            SweepRun sweep,
            CallScope scope,
            ServerClock clock,
            WatchMemory memory,
            WatchAudience audience,
            UnaryOperator<Finding> handles) {
        this.sweep = sweep;
        this.scope = scope;
        this.clock = clock;
        this.memory = memory;
        this.audience = audience;
        this.handles = handles;
    }

    void run(Instant begun) {
        while (advances()) {
            SweepItem item = sweep.next();
            if (item instanceof Finding finding) {
                found(finding);
            } else {
                failures.add((BlockFailure) item);
            }
        }
        Set<IpBlock> failed = failures.stream().map(BlockFailure::block).collect(Collectors.toSet());
        held.forEach((address, readings) -> choose(address, readings, failed));
        if (cause == null) {
            memory.forget(address -> isGone(address, failed));
            memory.swept(failed);
        } else {
            memory.brokenOff(sweep.listed());
        }
        audience.save(memory);
        if (cause != null || !failures.isEmpty()) {
            audience.tell(new SweepFailed(begun, failures, Optional.ofNullable(cause)));
        }
    }

    /** Whether there is more; only what the sweep itself throws is its failure, not what the handler does. */
    private boolean advances() {
        try {
            return sweep.hasNext();
        } catch (AntispamException e) {
            if (sweep.isEndedByItsListener()) {
                throw e;
            }
            // An interruption that is none of this thread is that of a worker, which somebody's listener interrupted.
            String ending = scope.ending();
            if (ending != null || Thread.currentThread().isInterrupted()) {
                throw new AntispamInterruptedException(
                        (ending == null ? "interrupted" : ending) + " while watching", e, false);
            }
            cause = e;
            return false;
        }
    }

    private void found(Finding finding) {
        IpAddress address = finding.spamIp().ipSpamming();
        seen.add(address);
        OverlappingBlocks blocks = shared;
        if (blocks == null) {
            blocks = new OverlappingBlocks(sweep.listed());
            shared = blocks;
        }
        if (blocks.contains(finding.block()) || (isFree(finding) && isNews(address, finding))) {
            held.computeIfAbsent(address, key -> new ArrayList<>()).add(finding);
        } else {
            compare(address, finding, memory.isHistory(finding.block()));
        }
    }

    private static boolean isFree(Finding finding) {
        return finding.spamIp().state().equals(SpamState.UNBLOCKED);
    }

    /** Whether it would be told: for a free address, not before all of its block has been read. */
    private boolean isNews(IpAddress address, Finding finding) {
        Sighting known = latest(address);
        return known == null ? !memory.isHistory(finding.block()) : !isSame(known.spamIp(), finding.spamIp());
    }

    /** What was told last of an address, even if it is not known whether that was heard; else what is known. */
    private @Nullable Sighting latest(IpAddress address) {
        Sighting told = memory.toldOf(address);
        return told == null ? memory.of(address) : told;
    }

    /**
     * Decides on one reading of an address that may have been found in several blocks. They were read at different
     * moments, perhaps from caches of different age, so the choice must not depend on which one was read first; and one
     * that was read must not take the place of one that could not be, or its lag would look like a change.
     */
    private void choose(IpAddress address, List<Finding> readings, Set<IpBlock> failed) {
        Finding chosen = readings.stream().max(best).orElseThrow();
        boolean history = readings.stream().allMatch(reading -> memory.isHistory(reading.block()));
        Sighting known = latest(address);
        if (isFree(chosen) && !(known == null && history) && !isReadWhole(address, failed)) {
            return; // one of its blocks, which could not be read, may say the opposite
        }
        if (known != null
                && (cause != null || failed.contains(known.block()))
                && readings.stream().noneMatch(reading -> reading.block().equals(known.block()))
                && isPossible(known.spamIp())
                && !date(chosen.spamIp()).isAfter(date(known.spamIp()))) {
            return;
        }
        compare(address, chosen, history);
    }

    private boolean isReadWhole(IpAddress address, Set<IpBlock> failed) {
        return cause == null && failed.stream().noneMatch(block -> block.contains(address));
    }

    private void compare(IpAddress address, Finding finding, boolean history) {
        SpamIp now = finding.spamIp();
        Sighting known = memory.of(address);
        Sighting fresh = new Sighting(finding.block(), now);
        Sighting told = memory.toldOf(address);
        Sighting latest = latest(address);
        if (latest != null && isFromBefore(now, latest) && !now.state().equals(SpamState.BLOCKED_FOR_SPAM)) {
            return; // the answer of a server that lags behind: a false alarm would be better than this
        }
        if (isFree(finding) && !isPossible(now)) {
            return; // with such a date, nobody knows what it is an answer of
        }
        if (told != null) {
            // An earlier watch ended before it knew that its handler had heard of this. So it hears of the address once
            // more, whatever has become of it: as it was before that, too, for the handler may believe otherwise.
            boolean later = known != null && date(now).isAfter(date(known.spamIp()));
            Optional<SpamIp> before = Optional.ofNullable(isSame(told.spamIp(), now) ? known : told)
                    .map(Sighting::spamIp);
            tell(new Change(kind(now.state(), later), handles.apply(finding), before), fresh);
            return;
        }
        if (known == null) {
            if (history && isFree(finding)) {
                memory.learn(address, fresh);
            } else {
                tell(new Change(kind(now.state(), false), handles.apply(finding), Optional.empty()), fresh);
            }
            return;
        }
        SpamIp before = known.spamIp();
        boolean later = date(now).isAfter(date(before));
        if (later || !now.state().equals(before.state())) {
            tell(new Change(kind(now.state(), later), handles.apply(finding), Optional.of(before)), fresh);
        } else if (!isFromBefore(now, known)) {
            memory.learn(address, fresh);
        }
    }

    private static Kind kind(SpamState state, boolean later) {
        return switch (state.known()) {
            case BLOCKED_FOR_SPAM -> later ? Kind.BLOCKED_AGAIN : Kind.BLOCKED;
            case UNBLOCKING -> Kind.UNBLOCKING;
            case UNBLOCKED -> Kind.UNBLOCKED;
            case UNRECOGNIZED -> Kind.UNRECOGNIZED;
        };
    }

    /** Learns only what the handler has heard of: else, after its failure, nobody ever would. */
    private void tell(Change change, Sighting fresh) {
        IpAddress address = fresh.spamIp().ipSpamming();
        Sighting learnt = withLatestDate(fresh, latest(address));
        memory.telling(address, learnt);
        audience.save(memory);
        audience.tell(change);
        memory.learn(address, learnt);
        audience.save(memory);
    }

    /** An older answer that is told all the same, since it is an alarm, must not make the next one look current. */
    private Sighting withLatestDate(Sighting fresh, @Nullable Sighting latest) {
        if (latest == null || !isFromBefore(fresh.spamIp(), latest)) {
            return fresh;
        }
        SpamIp dated = latest.spamIp();
        return new Sighting(
                fresh.block(),
                SpamIp.of(
                        dated.ipSpamming(),
                        dated.date(),
                        dated.time(),
                        fresh.spamIp().state()));
    }

    /** Whether a reading is older than what is known, unless that has a date that no block can have. */
    private boolean isFromBefore(SpamIp now, Sighting known) {
        return date(now).isBefore(date(known.spamIp())) && isPossible(known.spamIp());
    }

    private boolean isPossible(SpamIp spam) {
        return !date(spam).isAfter(clock.now().plus(Readings.AHEAD));
    }

    private static boolean isSame(SpamIp one, SpamIp other) {
        return one.state().equals(other.state()) && date(one).equals(date(other));
    }

    /** The moment: the same one may be written with another offset the next time. */
    private static Instant date(SpamIp spam) {
        return spam.date().toInstant();
    }

    private boolean isGone(IpAddress address, Set<IpBlock> failed) {
        if (seen.contains(address)) {
            return false;
        }
        Sighting known = memory.of(address);
        boolean unread = known != null && failed.contains(known.block()); // nearly always, and at once
        return !unread && failed.stream().noneMatch(block -> block.contains(address));
    }
}
