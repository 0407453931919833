package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.WatchNotice;
import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import java.util.function.Consumer;

/** Those whom a watch notifies: the handler of its notices, and the saver of its state. */
final class WatchAudience {

    private final Consumer<? super WatchNotice> handler;
    private final Consumer<? super WatchState> saver;
    private final CancellationScope scope;

    WatchAudience(Consumer<? super WatchNotice> handler, Consumer<? super WatchState> saver, CancellationScope scope) {
        this.handler = handler;
        this.saver = saver;
        this.scope = scope;
    }

    /** Fails when this thread is interrupted: nothing more is told then. */
    void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new AntispamInterruptedException("interrupted while watching", null, false);
        }
    }

    /** Notifies the handler. The end of the watch interrupts it, for it may wait for hours for a release. */
    void tell(WatchNotice notice) {
        scope.waiting(() -> {
            handler.accept(notice);
            return notice;
        });
    }

    /** Saves what has been learnt, even at the end of the watch: the handler has heard of it. */
    void save(WatchMemory memory) {
        if (memory.hasChanged()) {
            saver.accept(memory.state());
        }
    }
}
