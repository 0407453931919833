package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.Kind;
import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.client.internal.sweep.SightingRank;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides which sighting of an address is believed, and whether the difference to what is known of it is news. See
 * docs/adr/0006.
 */
final class WatchJudge {

    /** The age, at the end of the first pass, from which on the block of a free address is history. */
    private static final Duration HISTORY = Duration.ofDays(1);

    private final SightingRank rank;
    private final WatchMemory memory;
    private final UnaryOperator<Finding> handles;

    /**
     * A judge.
     *
     * @param handles gives findings handles that do not end with the watch
     */
    WatchJudge(SightingRank rank, WatchMemory memory, UnaryOperator<Finding> handles) {
        this.rank = rank;
        this.memory = memory;
        this.handles = handles;
    }

    /**
     * A change that is to be told.
     *
     * @param learnt what is known once it was told
     */
    record News(Change change, Sighting learnt) {}

    /** Returns the news of an address; empty when there are none, or none that can be relied on yet. */
    Optional<News> judge(IpAddress address, List<Finding> readings, PassBlocks pass) {
        Finding chosen = readings.stream()
                .max(Comparator.comparing(Sighting::of, rank.comparator()))
                .orElseThrow();
        Sighting now = Sighting.of(chosen);
        Sighting latest = memory.latest(address);
        boolean silent = now.isFree() && latest == null && readings.stream().allMatch(this::isHistory);
        if (!silent && isDoubtful(now, latest, pass.absences(address, readings, latest), pass)) {
            return Optional.empty();
        }
        boolean older = latest != null && rank.isOlder(now, latest);
        if (older && !now.isBlocked()) {
            return Optional.empty(); // a server that lags behind; a false alarm would be better than this
        }
        if (now.isFree() && !rank.isPossible(now)) {
            return Optional.empty(); // with such a date, nobody knows what it is a response of
        }
        // An older reading that is reported all the same, as an alarm, must not make the next one look current.
        Sighting learnt = older && latest != null ? now.dated(latest) : now;
        if (silent) {
            memory.learn(learnt);
            return Optional.empty();
        }
        Sighting told = memory.toldOf(address);
        Sighting known = memory.of(address);
        boolean later = known != null && now.date().isAfter(known.date());
        if (told != null) {
            // An earlier watch ended before it knew that its handler had heard of this. So it hears of the address once
            // more, whatever has become of it: as it was before that, too, for the handler may believe otherwise.
            return Optional.of(news(chosen, later, told.agreesWith(now) ? known : told, learnt));
        }
        if (known == null
                || later
                || !now.spamIp().state().equals(known.spamIp().state())) {
            return Optional.of(news(chosen, later, known, learnt));
        }
        if (!older) {
            memory.learn(learnt);
        }
        return Optional.empty();
    }

    /** Returns true when an address that is first seen free was blocked and released before the watch began. */
    private boolean isHistory(Finding finding) {
        Instant begun = memory.notes().begun();
        return begun == null
                || memory.notes().unread().contains(finding.block())
                || Sighting.of(finding).date().isBefore(begun.minus(HISTORY));
    }

    /**
     * Returns true when another block may contradict a sighting: one that could not be read, or one that may have the
     * address and did not list it. The latter is believed the second time.
     */
    private boolean isDoubtful(Sighting now, @Nullable Sighting latest, Set<Absence> absences, PassBlocks pass) {
        if (latest != null && memory.toldOf(now.address()) == null && now.agreesWith(latest)) {
            return false; // it would be no news anyway
        }
        Set<Absence> unconfirmed = new HashSet<>(absences);
        unconfirmed.removeAll(memory.notes().absences());
        boolean stands = latest != null
                && !latest.block().equals(now.block())
                && rank.comparator().compare(latest, now) > 0
                && (pass.isUnread(latest.block()) || unconfirmed.contains(new Absence(now.address(), latest.block())));
        boolean unsure = now.isFree() && (pass.isUnread(now.address()) || !unconfirmed.isEmpty());
        if (stands || unsure) {
            pass.doubt(absences);
        }
        return stands || unsure;
    }

    private News news(Finding finding, boolean later, @Nullable Sighting before, Sighting learnt) {
        return new News(
                new Change(
                        kind(finding.spamIp().state(), later),
                        handles.apply(finding),
                        Optional.ofNullable(before).map(Sighting::spamIp)),
                learnt);
    }

    private static Kind kind(SpamState state, boolean later) {
        return switch (state.known()) {
            case BLOCKED_FOR_SPAM -> later ? Kind.BLOCKED_AGAIN : Kind.BLOCKED;
            case UNBLOCKING -> Kind.UNBLOCKING;
            case UNBLOCKED -> Kind.UNBLOCKED;
            case UNRECOGNIZED -> Kind.UNRECOGNIZED;
        };
    }
}
