package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.internal.sweep.SweepReader.Suspect;
import io.github.ovhantispam.client.internal.sweep.SweepReader.Swept;
import io.github.ovhantispam.model.IpBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a sweep reads. Without batches, block after block. With them, first which blocks have addresses at
 * all, then the objects of those that have some, and block by block what no batch could read.
 */
final class SweepPlan {

    private final Iterator<IpBlock> blocks;
    private final int batchSize;
    private final Queue<IpBlock> unread = new ArrayDeque<>();
    private final Queue<Suspect> suspects = new ArrayDeque<>();
    private int glances;

    SweepPlan(Iterable<IpBlock> blocks, int batchSize) {
        this.blocks = blocks.iterator();
        this.batchSize = batchSize;
    }

    record Step(boolean isGlance, Function<SweepReader, Swept> work) {}

    /** Returns the next step; null when there is none, or none before a step that is under way is done. */
    @Nullable
    Step next() {
        IpBlock alone = batchSize == 1 && blocks.hasNext() ? blocks.next() : unread.poll();
        if (alone != null) {
            return new Step(false, lists -> lists.read(alone));
        }
        boolean allAreIn = glances == 0 && !blocks.hasNext();
        if (suspects.size() >= batchSize || (allAreIn && !suspects.isEmpty())) {
            List<Suspect> some = some(() -> !suspects.isEmpty(), suspects::remove);
            return new Step(false, lists -> lists.read(some));
        }
        if (blocks.hasNext()) {
            List<IpBlock> some = some(blocks::hasNext, blocks::next);
            glances++;
            return new Step(true, lists -> lists.glance(some));
        }
        return null;
    }

    private <T> List<T> some(BooleanSupplier more, Supplier<T> next) {
        List<T> some = new ArrayList<>();
        while (some.size() < batchSize && more.getAsBoolean()) {
            some.add(next.get());
        }
        return some;
    }

    void done(Step step, Swept swept) {
        if (step.isGlance()) {
            glances--;
        }
        suspects.addAll(swept.suspects());
        unread.addAll(swept.unread());
    }
}
