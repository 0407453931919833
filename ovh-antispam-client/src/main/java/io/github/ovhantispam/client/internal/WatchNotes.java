package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a watch: all that it remembers besides what became of each address. Immutable.
 *
 * @param begun the end of the first pass that found blocks, on the server's clock; null before it
 * @param unread the blocks that neither that pass nor a later one could read
 * @param overlapping the blocks that overlapped others when they were last listed
 * @param doubted the addresses that the last pass left undecided because a block that lists them had them no longer
 */
record WatchNotes(@Nullable Instant begun, Set<IpBlock> unread, Set<IpBlock> overlapping, Set<IpAddress> doubted) {

    static final WatchNotes NONE = new WatchNotes(null, Set.of(), Set.of(), Set.of());

    WatchNotes {
        unread = Set.copyOf(unread);
        overlapping = Set.copyOf(overlapping);
        doubted = Set.copyOf(doubted);
    }

    /** Returns the notes after a pass, which are these if it found no blocks at all. */
    WatchNotes after(PassBlocks pass, Instant now) {
        Collection<IpBlock> listed = pass.listed();
        if (listed.isEmpty()) {
            return this;
        }
        Set<IpBlock> still = new HashSet<>(begun == null ? listed : unread);
        still.removeIf(block -> listed.contains(block) && !pass.isUnread(block));
        return new WatchNotes(begun == null ? now : begun, still, pass.overlapping(), pass.doubted());
    }
}
