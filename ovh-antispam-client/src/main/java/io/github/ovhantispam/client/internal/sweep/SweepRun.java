package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.SweepItem;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepProgress;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.SweepPace;
import io.github.ovhantispam.client.internal.resource.DefaultIpBlockQuery;
import io.github.ovhantispam.client.internal.resource.DefaultSpamIpResource;
import io.github.ovhantispam.client.internal.sweep.SweepReader.Swept;
import io.github.ovhantispam.model.IpBlock;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One sweep under way, read by one thread. Its workers read ahead, but only so far that what they found and nobody took
 * yet stays bounded, however slow the reader and however large the account.
 */
public final class SweepRun implements Iterator<SweepItem>, AutoCloseable {

    private final Calls own;
    private final SweepSettings settings;
    private final SweepReader lists;

    // The reader's own.
    private final Queue<SweepItem> ready = new ArrayDeque<>();
    private @Nullable Throwable broken;
    private boolean begun;
    private boolean ended;
    private boolean endedByItsListener;
    private List<IpBlock> listed = List.of();
    private int blocksDone;
    private long findings;
    private long failures;

    // Shared with the workers, under the lock of this object.
    private final Queue<Swept> results = new ArrayDeque<>();
    private SweepPlan plan = new SweepPlan(List.of(), 1);
    private int running;
    private @Nullable Throwable failure;

    public SweepRun(Calls calls, SweepSettings settings) {
        this.settings = settings;
        this.own = calls.in(calls.scope().child())
                .with(calls.options().batchSize(settings.batch()))
                .at(new SweepPace(calls.runtime().clock(), settings.interval()));
        this.lists = new SweepReader(own, settings.state(), (block, ip) -> new DefaultSpamIpResource(calls, block, ip));
    }

    @Override
    public boolean hasNext() {
        if (broken != null) {
            throw rethrown(broken); // also when asked again: to go on after a gap would be silently short
        }
        try {
            if (!ended && ready.isEmpty() && !fetch()) {
                ended = true;
                close();
            }
            return !ended;
        } catch (RuntimeException | Error e) {
            broken = e;
            close();
            throw e;
        }
    }

    private boolean fetch() {
        if (!begun) {
            begin();
        }
        while (ready.isEmpty()) {
            fill();
            Optional<Swept> swept = take();
            if (swept.isEmpty()) {
                return false;
            }
            accept(swept.get());
        }
        return true;
    }

    private void begin() {
        prepare();
        listed = settings.blocks().apply(new DefaultIpBlockQuery(own)).list().stream()
                .filter(block -> settings.ipv6() || block.isIpv4())
                .toList();
        synchronized (this) {
            plan = new SweepPlan(listed, settings.batch());
        }
        begun = true;
    }

    /** Lets one worker get ready while the server is asked for the time and the blocks. */
    private void prepare() {
        if (settings.concurrency() > 1 && settings.batch() == 1 && !own.scope().isEnded()) {
            own.threads().work(own.scope(), lists::prepare);
        }
    }

    /** Lets workers begin, as far as there is work and room for its results. */
    private synchronized void fill() {
        for (SweepPlan.Step step = nextStep(); step != null; step = nextStep()) {
            SweepPlan.Step first = step;
            own.threads().work(own.scope(), () -> work(first));
            running++; // once it did begin; it cannot end before this lock is free
        }
    }

    private SweepPlan.@Nullable Step nextStep() {
        boolean room = running < settings.concurrency() && running + results.size() < 2 * settings.concurrency();
        return room && failure == null ? plan.next() : null;
    }

    private void work(SweepPlan.Step first) {
        SweepPlan.Step step = first;
        try {
            while (step != null) {
                step = done(step, step.work().apply(lists));
            }
        } catch (Throwable e) { // whatever it is, the reader has to learn of it
            failed(e);
        }
    }

    private synchronized SweepPlan.@Nullable Step done(SweepPlan.Step step, Swept swept) {
        plan.done(step, swept);
        results.add(swept);
        running--;
        notifyAll();
        SweepPlan.Step next = nextStep();
        if (next != null) {
            running++;
        }
        return next;
    }

    private synchronized void failed(Throwable e) {
        running--;
        failure = failure == null ? e : failure;
        notifyAll();
    }

    /** Returns the next result; empty at the end. */
    private Optional<Swept> take() {
        return own.scope().waiting(this::takeWhenThere);
    }

    private synchronized Optional<Swept> takeWhenThere() throws InterruptedException {
        while (results.isEmpty() && failure == null && running > 0) {
            wait();
        }
        if (results.isEmpty() && failure != null) {
            throw rethrown(failure);
        }
        return Optional.ofNullable(results.poll());
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception
                ? exception
                : new IllegalStateException("a worker throws no other exception", failure);
    }

    private void accept(Swept swept) {
        ready.addAll(swept.items());
        blocksDone += swept.done();
        long found = swept.items().stream().filter(Finding.class::isInstance).count();
        findings += found;
        failures += swept.items().size() - found;
        try {
            settings.listener().accept(new SweepProgress(blocksDone, listed.size(), findings, failures));
        } catch (RuntimeException | Error e) {
            endedByItsListener = true;
            throw e;
        }
    }

    @Override
    public SweepItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** Returns true when the next item is there already, so that {@link #hasNext} does not wait for it. */
    public boolean hasMoreAtOnce() {
        if (!ready.isEmpty()) {
            return true;
        }
        synchronized (this) {
            return results.stream().anyMatch(swept -> !swept.items().isEmpty());
        }
    }

    /** Returns true when an exception of its listener ended the sweep, and not a failure of its own. */
    public boolean isEndedByItsListener() {
        return endedByItsListener;
    }

    /** Returns the blocks that are swept; none before the first item. */
    public List<IpBlock> listed() {
        return listed;
    }

    @Override
    public void close() {
        own.scope().end("the sweep has ended");
    }
}
