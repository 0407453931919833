package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.client.WatchStore.Lease;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ScopedFuture;
import io.github.ovhantispam.client.internal.sweep.SweepSettings;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A watch that has not begun. */
public final class DefaultWatch implements Watch {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");
    private static final String ENDED = "the watch has ended";

    private final Calls calls;
    private final SweepSettings settings;
    private final Duration interval;
    private final @Nullable WatchState from;
    private final @Nullable Consumer<? super WatchState> saver;
    private final @Nullable WatchStore store;

    private DefaultWatch(
            Calls calls,
            SweepSettings settings,
            Duration interval,
            @Nullable WatchState from,
            @Nullable Consumer<? super WatchState> saver,
            @Nullable WatchStore store) {
        this.calls = calls;
        this.settings = settings;
        this.interval = interval;
        this.from = from;
        this.saver = saver;
        this.store = store;
    }

    public DefaultWatch(Calls calls, SweepSettings settings, Duration interval) {
        this(calls, settings, interval, null, null, null);
    }

    private DefaultWatch with(
            @Nullable WatchState newState,
            @Nullable Consumer<? super WatchState> newSaver,
            @Nullable WatchStore newStore) {
        if (newStore != null && (newState != null || newSaver != null)) {
            throw new IllegalStateException((newState != null ? "from(..)" : "onState(..)")
                    + " and store(..) contradict each other: a store loads the state and saves it");
        }
        return new DefaultWatch(calls, settings, interval, newState, newSaver, newStore);
    }

    @Override
    public Watch from(WatchState newState) {
        return with(read(Objects.requireNonNull(newState, "state")), saver, store);
    }

    /** By its text, because an application's own state is as good as ours. */
    private static SavedState read(WatchState given) {
        return SavedState.parse(given.text());
    }

    @Override
    public Watch onState(Consumer<? super WatchState> newSaver) {
        return with(from, Objects.requireNonNull(newSaver, "saver"), store);
    }

    @Override
    public Watch store(WatchStore newStore) {
        return with(from, saver, Objects.requireNonNull(newStore, "store"));
    }

    @Override
    public WatchState once(Consumer<? super WatchNotice> handler) {
        return onThisThread(handler, WatchLoop::once);
    }

    @Override
    public void await(Consumer<? super WatchNotice> handler) {
        onThisThread(handler, loop -> {
            loop.run();
            return SavedState.EMPTY; // which nobody gets: it has no end but an exception
        });
    }

    private SavedState onThisThread(Consumer<? super WatchNotice> handler, Function<WatchLoop, SavedState> work) {
        Objects.requireNonNull(handler, "handler");
        Calls own = calls.in(calls.scope().child());
        try (Lease lease = lease()) {
            return work.apply(loop(own, handler, lease));
        } finally {
            own.scope().end(ENDED);
        }
    }

    @Override
    public CompletableFuture<Void> start(Consumer<? super WatchNotice> handler) {
        Objects.requireNonNull(handler, "handler");
        Calls own = calls.in(calls.scope().child());
        ScopedFuture<Void> scoped = ScopedFuture.in(own.scope());
        // However it is completed, by completeOnTimeout for example: the watch has no other end.
        CompletableFuture<Void> unused =
                scoped.future().whenComplete((nothing, failure) -> own.scope().end(ENDED));
        try {
            begin(own, handler, scoped);
        } catch (RuntimeException | Error e) {
            own.scope().end(ENDED);
            throw e;
        }
        return scoped.future();
    }

    private void begin(Calls own, Consumer<? super WatchNotice> handler, ScopedFuture<Void> scoped) {
        Lease lease = lease(); // by this thread: that another watch has the state is for the caller to know at once
        try {
            WatchLoop loop = loop(own, handler, lease);
            calls.threads().watch(() -> {
                try (lease) {
                    loop.run();
                } catch (Throwable e) { // whatever it is, the future's reader has to learn of it
                    if (!own.scope().isEnded()) {
                        LOG.warn("a watch in the background has ended; its future has the exception: {}", e.toString());
                    }
                    scoped.fail(e);
                }
            });
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    private Lease lease() {
        if (store != null) {
            return Objects.requireNonNull(store.acquire(), "the store's lease");
        }
        return new GivenLease(from == null ? SavedState.EMPTY : from, saver == null ? state -> {} : saver);
    }

    private WatchLoop loop(Calls own, Consumer<? super WatchNotice> handler, Lease lease) {
        SavedState state = read(Objects.requireNonNull(lease.load(), "the store's state"));
        WatchAudience audience = new WatchAudience(handler, lease::save, own.scope());
        return new WatchLoop(calls, own, settings, interval, new WatchMemory(state), audience);
    }

    @Override
    public String toString() {
        return "Watch[every " + DurationText.of(interval) + ", from "
                + (store != null ? store : from == null ? SavedState.EMPTY : from) + ", " + settings + ']';
    }
}
