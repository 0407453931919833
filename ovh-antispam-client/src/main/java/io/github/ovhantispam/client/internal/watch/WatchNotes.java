package io.github.ovhantispam.client.internal.watch;

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
 * @param absences those for which the last pass left addresses undecided
 */
record WatchNotes(@Nullable Instant begun, Set<IpBlock> unread, Set<IpBlock> overlapping, Set<Absence> absences) {

    static final WatchNotes NONE = new WatchNotes(null, Set.of(), Set.of(), Set.of());

    WatchNotes {
        unread = Set.copyOf(unread);
        overlapping = Set.copyOf(overlapping);
        absences = Set.copyOf(absences);
    }

    /** Returns the notes after a pass. One that found no blocks at all says nothing of them. */
    WatchNotes after(PassBlocks pass, Instant now) {
        Collection<IpBlock> listed = pass.listed();
        if (listed.isEmpty()) {
            return new WatchNotes(begun, unread, overlapping, Set.of());
        }
        Set<IpBlock> still = new HashSet<>(begun == null ? listed : unread);
        still.removeIf(block -> listed.contains(block) && !pass.isUnread(block));
        return new WatchNotes(begun == null ? now : begun, still, pass.overlapping(), pass.doubted());
    }
}
