package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a watch knows at a moment: an older moment and the revisions since, so that one more costs nothing, however much
 * is known. Public only so that {@code WatchState} can make one.
 */
public final class SavedState implements WatchState {

    static final String NAME = "ovh-antispam-watch";
    static final String VERSION = "1";

    /** The state of a watch that has seen nothing yet. */
    public static final SavedState EMPTY = new SavedState(false, Set.of(), Map.of(), Map.of(), null, 0);

    private final boolean begun;
    private final Set<IpBlock> unread;
    private final Map<IpAddress, Sighting> told;
    private final Map<IpAddress, Sighting> older;
    private final @Nullable Revision newest;
    private final int size;

    /**
     * A state.
     *
     * @param begun whether there was a first sweep, which takes what is long over for granted
     * @param unread the blocks which that sweep could not read, and no later one either
     * @param told what a handler was about to hear of some addresses, and may have heard
     * @param older what was known at some moment; immutable
     * @param newest what has become of it since, the last first
     * @param size how many addresses are known now
     */
    SavedState(
            boolean begun,
            Set<IpBlock> unread,
            Map<IpAddress, Sighting> told,
            Map<IpAddress, Sighting> older,
            @Nullable Revision newest,
            int size) {
        this.begun = begun;
        this.unread = unread;
        this.told = told;
        this.older = older;
        this.newest = newest;
        this.size = size;
    }

    /** Something that was learnt of an address: null that it is to be forgotten. */
    record Revision(
            IpAddress address,
            @Nullable Sighting seen,
            @Nullable Revision earlier) {}

    /** Reads a text. */
    public static SavedState parse(String text) {
        return new SavedStateReader().read(Objects.requireNonNull(text, "text"));
    }

    boolean begun() {
        return begun;
    }

    Set<IpBlock> unread() {
        return unread;
    }

    Map<IpAddress, Sighting> told() {
        return told;
    }

    /** All that is known, by address. */
    Map<IpAddress, Sighting> known() {
        Map<IpAddress, Sighting> known = new TreeMap<>(older);
        Set<IpAddress> revised = new HashSet<>();
        for (Revision revision = newest; revision != null; revision = revision.earlier()) {
            Sighting seen = revision.seen();
            if (!revised.add(revision.address())) {
                continue; // the later revision counts
            }
            if (seen == null) {
                known.remove(revision.address());
            } else {
                known.put(revision.address(), seen);
            }
        }
        return known;
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(80 * (size + unread.size() + 3));
        text.append(NAME).append(' ').append(VERSION).append('\n');
        text.append("begun ").append(begun).append('\n');
        for (IpBlock block : new TreeSet<>(unread)) {
            text.append("unread ").append(block).append('\n');
        }
        new TreeMap<>(told).forEach((ip, seen) -> append(text.append("told "), seen));
        known().forEach((ip, seen) -> append(text.append("known "), seen));
        // So that half a file is not taken for a whole one.
        return text.append("end ").append(told.size() + size).append('\n').toString();
    }

    private static void append(StringBuilder text, Sighting seen) {
        SpamIp spam = seen.spamIp();
        text.append(spam.ipSpamming());
        text.append(' ').append(seen.block());
        text.append(' ').append(spam.date());
        text.append(' ').append(spam.time().toSeconds());
        text.append(' ').append(EncodedText.of(spam.state().value())).append('\n');
    }

    @Override
    public String toString() {
        return "WatchState[" + size + " addresses]";
    }
}
