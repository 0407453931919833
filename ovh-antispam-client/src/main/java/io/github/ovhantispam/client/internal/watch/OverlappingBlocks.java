package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The blocks of an account that lie within others of its blocks, or have others in them. */
final class OverlappingBlocks {

    private final Set<IpBlock> blocks = new HashSet<>();

    OverlappingBlocks(Collection<IpBlock> all) {
        // Two blocks are apart, or one is in the other; sorted, what is in a block follows it before anything else
        // does.
        List<IpBlock> sorted = all.stream()
                .distinct()
                .sorted(Comparator.comparing(IpBlock::network))
                .toList();
        Deque<IpBlock> around = new ArrayDeque<>();
        for (IpBlock block : sorted) {
            while (!around.isEmpty() && !around.element().contains(block)) {
                around.pop();
            }
            if (!around.isEmpty()) {
                blocks.add(around.element());
                blocks.add(block);
            }
            around.push(block);
        }
    }

    boolean contains(IpBlock block) {
        return blocks.contains(block);
    }

    /** Those that an address lies in. */
    Set<IpBlock> around(IpAddress address) {
        return blocks.stream().filter(block -> block.contains(address)).collect(Collectors.toSet());
    }

    Set<IpBlock> blocks() {
        return Set.copyOf(blocks);
    }
}
