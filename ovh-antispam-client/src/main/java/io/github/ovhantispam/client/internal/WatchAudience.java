package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchState;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Who is told by a watch: the handler of its events, and whoever saves its state. */
final class WatchAudience {

    private final Consumer<? super WatchNotice> handler;
    private final Consumer<? super WatchState> saver;
    private final CallScope scope;

    WatchAudience(Consumer<? super WatchNotice> handler, Consumer<? super WatchState> saver, CallScope scope) {
        this.handler = handler;
        this.saver = saver;
        this.scope = scope;
    }

    /** Tells of an event. The end of the watch interrupts the handler, which may wait for hours for a release. */
    void tell(WatchNotice event) {
        if (Thread.currentThread().isInterrupted()) {
            throw new AntispamInterruptedException("interrupted while watching", null, false);
        }
        try {
            scope.blocking(() -> {
                handler.accept(event);
                return event;
            });
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a handler throws neither", e);
        }
    }

    /** Shows what has been learnt, even at the end of the watch: the handler has heard of it. */
    void save(WatchMemory memory) {
        if (memory.hasChanged()) {
            saver.accept(memory.state());
        }
    }
}
