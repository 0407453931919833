package io.github.ovhantispam.jdbc;

/** Another process has the watch. The message names it, and since when. */
public final class WatchHeldException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WatchHeldException(String message) {
        super(message);
    }
}
