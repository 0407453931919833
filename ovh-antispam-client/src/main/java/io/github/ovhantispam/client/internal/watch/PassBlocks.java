package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The blocks of one pass: which of them it could not read, and which should have listed an address and did not. */
final class PassBlocks {

    private final Set<IpBlock> listed;
    private final OverlappingBlocks overlapping;
    private final Set<IpBlock> failed = new HashSet<>();
    private final Set<Absence> doubted = new HashSet<>();
    private boolean brokenOff;

    /**
     * The blocks of a pass.
     *
     * @param listed the account's blocks
     * @param overlappingBefore blocks of the pass before; one that is no longer listed may be missing by mistake
     */
    PassBlocks(Collection<IpBlock> listed, Collection<IpBlock> overlappingBefore) {
        this.listed = Set.copyOf(listed);
        List<IpBlock> both = new ArrayList<>(listed);
        both.addAll(overlappingBefore);
        this.overlapping = new OverlappingBlocks(both);
    }

    Set<IpBlock> listed() {
        return listed;
    }

    /** Returns the listed blocks that overlap others of them. */
    Set<IpBlock> overlapping() {
        return new OverlappingBlocks(listed).blocks();
    }

    boolean overlaps(IpBlock block) {
        return overlapping.contains(block);
    }

    void failed(IpBlock block) {
        failed.add(block);
    }

    /** Any block may be unread. */
    void brokenOff() {
        brokenOff = true;
    }

    boolean isUnread(IpBlock block) {
        return brokenOff || failed.contains(block);
    }

    boolean isUnread(IpAddress address) {
        return brokenOff || failed.stream().anyMatch(block -> block.contains(address));
    }

    /** Returns the blocks that were not unread, may have an address, and did not list it. */
    Set<Absence> absences(IpAddress address, Collection<Finding> readings, @Nullable Sighting known) {
        Set<IpBlock> blocks = overlapping.around(address);
        if (known != null) {
            blocks.add(known.block());
        }
        readings.forEach(reading -> blocks.remove(reading.block()));
        blocks.removeIf(this::isUnread);
        return blocks.stream().map(block -> new Absence(address, block)).collect(Collectors.toSet());
    }

    /** Notes that an address was left undecided, because blocks that were read do not list it. */
    void doubt(Collection<Absence> absences) {
        doubted.addAll(absences);
    }

    Set<Absence> doubted() {
        return doubted;
    }
}
