package io.github.ovhantispam.client.internal.concurrent;

import io.github.ovhantispam.client.AntispamInterruptedException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A scope of work that ends together: the requests in flight, the waits and the tasks of a client, or of one task of
 * it.
 */
public final class CancellationScope {

    private final @Nullable CancellationScope parent;
    private final Set<Entry> entries = new HashSet<>();
    private @Nullable Entry inParent;
    private @Nullable String ending;
    private boolean endedWithParent;
    private boolean done;

    private CancellationScope(@Nullable CancellationScope parent) {
        this.parent = parent;
    }

    /** Something that is under way, and how to end it. Equal to itself only. */
    public static final class Entry {

        private Runnable onEnd;
        private boolean woken;

        private Entry(Runnable onEnd) {
            this.onEnd = onEnd;
        }
    }

    @FunctionalInterface
    public interface Blocking<T> {
        T run() throws InterruptedException, ExecutionException, TimeoutException;
    }

    public static CancellationScope root() {
        return new CancellationScope(null);
    }

    /** Returns a scope that ends with this one, or earlier. */
    public CancellationScope child() {
        CancellationScope child = new CancellationScope(this);
        child.attach(this);
        return child;
    }

    private synchronized void attach(CancellationScope to) {
        inParent = to.enter(() -> endWith(Objects.requireNonNull(to.ending())));
    }

    private void endWith(String parentsEnding) {
        synchronized (this) {
            endedWithParent = ending == null;
        }
        end(parentsEnding);
    }

    /** Notes something that is under way; fails when this scope has ended. */
    public synchronized Entry enter(Runnable onEnd) {
        checkOpen();
        if (parent != null && inParent == null) {
            attach(parent); // a handle outlives the task it was made in, and what it does has to end with the parent
        }
        Entry entry = new Entry(onEnd);
        entries.add(entry);
        return entry;
    }

    public synchronized void leave(Entry entry) {
        entries.remove(entry);
        detachIfIdle();
    }

    private void detachIfIdle() {
        if (done && entries.isEmpty()) {
            detach();
        }
    }

    private synchronized void detach() {
        if (parent != null && inParent != null) {
            parent.leave(inParent);
            inParent = null;
        }
    }

    public synchronized boolean isEnded() {
        return ending() != null;
    }

    /** Why this scope has ended, such as "cancelled"; null while it has not. */
    synchronized @Nullable public String ending() {
        return ending == null && parent != null ? parent.ending() : ending;
    }

    /** Fails when this scope has ended: as an interruption for a task that is under way, which may not know why. */
    synchronized void checkOpen() {
        String why = ending();
        if (why == null) {
            return;
        }
        boolean own = ending != null && !endedWithParent;
        if (parent == null || (done && !own)) { // a task that is done is a part of its parent, and ends as that does
            throw new IllegalStateException(why);
        }
        throw new AntispamInterruptedException("not sent: " + why, null, false);
    }

    /** Ends this scope and all that is under way in it. What comes later is refused. */
    public void end(String why) {
        List<Entry> underWay;
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = why;
            underWay = List.copyOf(entries);
        }
        underWay.forEach(entry -> entry.onEnd.run());
        detach();
    }

    /** Lets the parent forget a scope whose work is done, as soon as nothing is under way in it. */
    synchronized void close() {
        done = true;
        detachIfIdle();
    }

    @FunctionalInterface
    public interface Waiting<T> {
        T run() throws InterruptedException;
    }

    /** Waits until done, interrupted, or ended, as {@link #blocking} does. */
    public <T> T waiting(Waiting<T> work) {
        try {
            return blocking(work::run);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a wait throws neither", e);
        }
    }

    /** Blocks until done, interrupted, or ended. An interrupt from outside leaves the thread's flag set. */
    public <T> T blocking(Blocking<T> work) throws ExecutionException, TimeoutException {
        Entry entry = enterBlocking(Thread.currentThread());
        boolean interrupted = false;
        try {
            return work.run();
        } catch (InterruptedException e) {
            interrupted = true;
            String why = ending();
            throw new AntispamInterruptedException((why == null ? "interrupted" : why) + " while waiting", e, false);
        } finally {
            leave(entry, interrupted);
        }
    }

    private synchronized Entry enterBlocking(Thread thread) {
        Entry entry = enter(() -> {});
        entry.onEnd = () -> interruptIfStillIn(entry, thread);
        return entry;
    }

    /** Under the lock, so that no interrupt of ours can hit the thread after it has left. */
    private synchronized void interruptIfStillIn(Entry entry, Thread thread) {
        if (entries.contains(entry)) {
            entry.woken = true;
            thread.interrupt();
        }
    }

    private synchronized void leave(Entry entry, boolean interrupted) {
        entries.remove(entry);
        detachIfIdle();
        if (entry.woken && !interrupted) {
            Thread.interrupted(); // our own doing, and the thread may belong to somebody
        } else if (interrupted && !entry.woken) {
            Thread.currentThread().interrupt();
        }
    }
}
