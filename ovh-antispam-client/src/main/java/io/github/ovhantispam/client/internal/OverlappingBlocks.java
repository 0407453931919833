package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.model.IpBlock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The blocks of an account that lie within others of its blocks, or have others in them. */
final class OverlappingBlocks {

    private final Set<IpBlock> shared = new HashSet<>();

    OverlappingBlocks(Collection<IpBlock> blocks) {
        // Two blocks are apart, or one is in the other; sorted, what is in a block follows it before anything else
        // does.
        List<IpBlock> sorted =
                blocks.stream().sorted(Comparator.comparing(IpBlock::network)).toList();
        Deque<IpBlock> around = new ArrayDeque<>();
        for (IpBlock block : sorted) {
            while (!around.isEmpty() && !around.element().contains(block)) {
                around.pop();
            }
            if (!around.isEmpty()) {
                shared.add(around.element());
                shared.add(block);
            }
            around.push(block);
        }
    }

    boolean contains(IpBlock block) {
        return shared.contains(block);
    }
}
