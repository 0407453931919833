package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.internal.SavedState.Revision;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a watch under way knows. */
final class WatchMemory {

    /** After how many revisions all that is known is copied, if it is no more than that. */
    private static final int FEW = 1000;

    private final Map<IpAddress, Sighting> known;
    private boolean begun;
    private Set<IpBlock> unread;

    /**
     * By address, what a handler may have heard, so far as is known: at most one of this watch, others of earlier ones.
     */
    private final Map<IpAddress, Sighting> told;

    private boolean changed;

    // What a state is made of, see there.
    private Map<IpAddress, Sighting> older;
    private @Nullable Revision newest;
    private int revisions;

    WatchMemory(SavedState state) {
        this.known = new HashMap<>(state.known());
        this.begun = state.begun();
        this.unread = state.unread();
        this.told = new HashMap<>(state.told());
        this.older = Map.copyOf(known);
    }

    @Nullable
    Sighting of(IpAddress address) {
        return known.get(address);
    }

    /** What a handler may have heard of an address, and not have got to its end with. */
    @Nullable
    Sighting toldOf(IpAddress address) {
        return told.get(address);
    }

    /** A handler is about to hear of an address. */
    void telling(IpAddress address, Sighting seen) {
        told.put(address, seen);
        changed = true;
    }

    void learn(IpAddress address, Sighting seen) {
        changed |= told.remove(address) != null;
        if (!seen.equals(known.put(address, seen))) {
            revise(address, seen);
        }
    }

    void forget(Predicate<IpAddress> which) {
        for (IpAddress address : List.copyOf(known.keySet())) {
            if (which.test(address)) {
                known.remove(address);
                revise(address, null);
            }
        }
        changed |= told.keySet().removeIf(which);
    }

    private void revise(IpAddress address, @Nullable Sighting seen) {
        changed = true;
        newest = new Revision(address, seen, newest);
        revisions++;
        if (revisions > Math.max(FEW, known.size())) { // so rare that it costs little for each of them
            older = Map.copyOf(known);
            newest = null;
            revisions = 0;
        }
    }

    /** Whether an address of a block that is seen for the first time, free, may have been so for years. */
    boolean isHistory(IpBlock block) {
        return !begun || unread.contains(block);
    }

    /** A sweep came to its end. */
    void swept(Set<IpBlock> failed) {
        Set<IpBlock> still = new HashSet<>(failed);
        if (begun) {
            still.retainAll(unread);
        }
        begin(still);
    }

    /** A sweep was broken off, so that none of its blocks is known to have been read. */
    void brokenOff(Collection<IpBlock> listed) {
        if (!begun && !listed.isEmpty()) {
            begin(listed);
        }
    }

    private void begin(Collection<IpBlock> stillUnread) {
        Set<IpBlock> blocks = Set.copyOf(stillUnread);
        changed |= !begun || !blocks.equals(unread);
        begun = true;
        unread = blocks;
    }

    boolean hasChanged() {
        return changed;
    }

    /** What is known now. */
    SavedState state() {
        changed = false;
        return new SavedState(begun, unread, Map.copyOf(told), older, newest, known.size());
    }
}
