package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A watch that has not begun. */
final class DefaultWatch implements Watch {

    private static final Logger LOG = LoggerFactory.getLogger("io.github.ovhantispam.client");
    private static final String ENDED = "the watch has ended";

    private final Calls calls;
    private final Background background;
    private final SweepSettings settings;
    private final Duration interval;
    private final SavedState state;
    private final Consumer<? super WatchState> saver;

    DefaultWatch(
            Calls calls,
            Background background,
            SweepSettings settings,
            Duration interval,
            SavedState state,
            Consumer<? super WatchState> saver) {
        this.calls = calls;
        this.background = background;
        this.settings = settings;
        this.interval = interval;
        this.state = state;
        this.saver = saver;
    }

    @Override
    public Watch from(WatchState newState) {
        // By its text, because an application's own state is as good as ours.
        SavedState saved =
                SavedState.parse(Objects.requireNonNull(newState, "state").text());
        return new DefaultWatch(calls, background, settings, interval, saved, saver);
    }

    @Override
    public Watch onState(Consumer<? super WatchState> newSaver) {
        Objects.requireNonNull(newSaver, "saver");
        return new DefaultWatch(calls, background, settings, interval, state, newSaver);
    }

    @Override
    public void await(Consumer<? super WatchNotice> handler) {
        Objects.requireNonNull(handler, "handler");
        Calls own = calls.in(calls.scope().child());
        try {
            begin(own, handler).run();
        } finally {
            own.scope().end(ENDED);
        }
    }

    @Override
    public CompletableFuture<Void> start(Consumer<? super WatchNotice> handler) {
        Objects.requireNonNull(handler, "handler");
        Calls own = calls.in(calls.scope().child());
        CompletableFuture<Void> future = Background.cancellable(own.scope());
        WatchLoop run = begin(own, handler);
        // However it is completed, by completeOnTimeout for example: the watch has no other end.
        CompletableFuture<Void> unused =
                future.whenComplete((nothing, failure) -> own.scope().end(ENDED));
        background.watch(() -> {
            try {
                run.run();
            } catch (Throwable e) { // whatever it is, the future's reader has to learn of it
                if (!own.scope().isEnded()) {
                    LOG.warn("a watch in the background has ended; its future has the exception: {}", e.toString());
                }
                Background.fail(future, e, own.scope());
            }
        });
        return future;
    }

    private WatchLoop begin(Calls own, Consumer<? super WatchNotice> handler) {
        WatchAudience audience = new WatchAudience(handler, saver, own.scope());
        return new WatchLoop(calls, own, background, settings, interval, new WatchMemory(state), audience);
    }

    @Override
    public String toString() {
        return "Watch[every " + interval + ", from " + state + ", " + settings + ']';
    }
}
