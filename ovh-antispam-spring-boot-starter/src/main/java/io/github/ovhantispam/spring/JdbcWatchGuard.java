package io.github.ovhantispam.spring;

import io.github.ovhantispam.jdbc.JdbcWatchStore;
import io.github.ovhantispam.jdbc.WatchHeldException;

/** The lease of a store in a database. */
final class JdbcWatchGuard implements WatchGuard {

    private final JdbcWatchStore store;

    JdbcWatchGuard(JdbcWatchStore store) {
        this.store = store;
    }

    @Override
    public void check() {
        store.checkLease();
    }

    @Override
    public boolean isLost() {
        return store.isLeaseLost();
    }

    @Override
    public boolean isHeldElsewhere(Throwable failure) {
        return failure instanceof WatchHeldException;
    }
}
