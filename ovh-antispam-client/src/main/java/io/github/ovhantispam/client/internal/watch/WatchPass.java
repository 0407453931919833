package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.sweep.Sighting;
import io.github.ovhantispam.client.internal.sweep.SightingRank;
import io.github.ovhantispam.client.internal.sweep.SweepRun;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One sweep of a watch. Alarms are delivered as they are found; what may be contradicted by a block that is read later,
 * at the end.
 */
final class WatchPass {

    private final SweepRun sweep;
    private final CancellationScope scope;
    private final ServerClock clock;
    private final WatchMemory memory;
    private final WatchAudience audience;
    private final WatchJudge judge;
    private final ChangeGroup changes;

    private final Map<IpAddress, List<Finding>> held = new TreeMap<>();
    private final List<BlockFailure> failures = new ArrayList<>();
    private @Nullable PassBlocks blocks;
    private @Nullable AntispamException cause;

    /**
     * A pass.
     *
     * @param scope ends with the watch
     * @param handles gives findings handles that do not end with the watch
     */
    WatchPass(
            SweepRun sweep,
            CancellationScope scope,
            ServerClock clock,
            WatchMemory memory,
            WatchAudience audience,
            UnaryOperator<Finding> handles) {
        this.sweep = sweep;
        this.scope = scope;
        this.clock = clock;
        this.memory = memory;
        this.audience = audience;
        this.judge = new WatchJudge(new SightingRank(clock), memory, handles);
        this.changes = new ChangeGroup(memory, audience);
    }

    void run(Instant begun) {
        try {
            readAll();
            PassBlocks pass = blocks();
            held.forEach((address, readings) -> judge(address, readings, pass));
            changes.finish();
            memory.note(memory.notes().after(pass, clock.now()));
            audience.save(memory);
            if (cause != null || !failures.isEmpty()) {
                audience.checkInterrupt();
                audience.tell(new SweepFailed(begun, failures, Optional.ofNullable(cause)));
            }
        } catch (RuntimeException | Error e) {
            saveAfter(e);
            throw e;
        }
    }

    /** Saves what the handler has heard before something ended the watch, unless that was the saver. */
    private void saveAfter(Throwable end) {
        try {
            audience.save(memory);
        } catch (RuntimeException | Error e) {
            end.addSuppressed(e);
        }
    }

    private void readAll() {
        while (advances()) {
            SweepItem item = sweep.next();
            if (item instanceof Finding finding) {
                found(finding);
            } else {
                failures.add((BlockFailure) item);
                blocks().failed(item.block());
            }
            if (!sweep.hasMoreAtOnce()) {
                changes.finish(); // an alarm does not wait for the server
            }
        }
        if (cause != null) {
            blocks().brokenOff();
        }
    }

    /**
     * Returns true when there is more; only an exception of the sweep itself is its failure, not one of the handler.
     */
    private boolean advances() {
        try {
            return sweep.hasNext();
        } catch (AntispamException e) {
            if (sweep.isEndedByItsListener()) {
                throw e;
            }
            // An interruption that is none of this thread is that of a worker, which somebody's listener interrupted.
            String ending = scope.ending();
            if (ending != null || Thread.currentThread().isInterrupted()) {
                throw new AntispamInterruptedException(
                        (ending == null ? "interrupted" : ending) + " while watching", e, false);
            }
            cause = e;
            return false;
        }
    }

    private PassBlocks blocks() {
        PassBlocks pass = blocks;
        if (pass == null) {
            pass = new PassBlocks(sweep.listed(), memory.notes().overlapping());
            blocks = pass;
        }
        return pass;
    }

    private void found(Finding finding) {
        PassBlocks pass = blocks();
        Sighting now = Sighting.of(finding);
        Sighting latest = memory.latest(now.address());
        boolean moved = latest != null && !latest.block().equals(now.block());
        if (now.isFree() || moved || pass.overlaps(now.block())) {
            held.computeIfAbsent(now.address(), key -> new ArrayList<>()).add(finding);
        } else {
            judge(now.address(), List.of(finding), pass);
        }
    }

    private void judge(IpAddress address, List<Finding> readings, PassBlocks pass) {
        judge.judge(address, readings, pass).ifPresent(changes::add);
    }
}
