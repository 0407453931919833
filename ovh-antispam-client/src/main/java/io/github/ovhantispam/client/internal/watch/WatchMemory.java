package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.client.internal.watch.SavedState.Revision;
import io.github.ovhantispam.model.IpAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge of a watch under way. Nothing is forgotten: an address that is no longer listed may come back, and is
 * not news then.
 */
final class WatchMemory {

    /** The number of revisions after which all that is known is copied, unless more is known than that. */
    private static final int FEW = 1000;

    private final Map<IpAddress, Sighting> known;

    /** By address, what a handler may have heard and the watch does not know that it did. */
    private final Map<IpAddress, Sighting> told;

    private WatchNotes notes;
    private boolean changed;

    // What a state is made of, see there.
    private Map<IpAddress, Sighting> older;
    private @Nullable Revision newest;
    private int revisions;

    WatchMemory(SavedState state) {
        this.known = new HashMap<>(state.known());
        this.told = new HashMap<>(state.told());
        this.notes = state.notes();
        this.older = Map.copyOf(known);
    }

    /** Returns the sighting of an address that the handler was notified of, or need not be. */
    @Nullable
    Sighting of(IpAddress address) {
        return known.get(address);
    }

    /** Returns the sighting of an address that the handler may have been notified of without completing. */
    @Nullable
    Sighting toldOf(IpAddress address) {
        return told.get(address);
    }

    /**
     * Returns the last sighting of an address that was told, even if it is not known whether the handler completed;
     * else the known one.
     */
    @Nullable
    Sighting latest(IpAddress address) {
        Sighting last = told.get(address);
        return last == null ? known.get(address) : last;
    }

    /** Notes that the handler is about to hear of an address; returns what {@link #toldOf} returned before. */
    @Nullable
    Sighting telling(Sighting sighting) {
        changed = true;
        return told.put(sighting.address(), sighting);
    }

    /** Notes that the handler did not hear of an address after all. */
    void untell(IpAddress address, @Nullable Sighting before) {
        changed = true;
        if (before == null) {
            told.remove(address);
        } else {
            told.put(address, before);
        }
    }

    void learn(Sighting sighting) {
        IpAddress address = sighting.address();
        changed |= told.remove(address) != null;
        if (!sighting.equals(known.put(address, sighting))) {
            changed = true;
            newest = new Revision(sighting, newest);
            revisions++;
            if (revisions > Math.max(FEW, known.size())) { // so rare that it costs little for each of them
                older = Map.copyOf(known);
                newest = null;
                revisions = 0;
            }
        }
    }

    WatchNotes notes() {
        return notes;
    }

    void note(WatchNotes now) {
        changed |= !now.equals(notes);
        notes = now;
    }

    /** Returns true when anything has changed since the last {@link #state}. */
    boolean hasChanged() {
        return changed;
    }

    /** Returns the present knowledge. */
    SavedState state() {
        changed = false;
        return new SavedState(notes, Map.copyOf(told), older, newest, known.size());
    }
}
