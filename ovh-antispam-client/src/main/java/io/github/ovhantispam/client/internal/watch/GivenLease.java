package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.WatchState;
import io.github.ovhantispam.client.WatchStore.Lease;
import java.util.function.Consumer;

/** A state that the caller gave, and a consumer that saves the later ones. */
record GivenLease(WatchState state, Consumer<? super WatchState> saver) implements Lease {

    @Override
    public WatchState load() {
        return state;
    }

    @Override
    public void save(WatchState newState) {
        saver.accept(newState);
    }

    @Override
    public void close() {
        // there is nothing to give up
    }
}
