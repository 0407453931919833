package io.github.ovhantispam.cli.output;

import java.io.IOException;

/** Standard output that takes no more: a full disk, or a reader that has gone. */
public final class OutputFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean closedPipe;

    OutputFailedException(IOException cause, boolean closedPipe) {
        super("standard output cannot be written: " + cause.getMessage(), cause);
        this.closedPipe = closedPipe;
    }

    /** Returns true when the reader of a pipe has gone, as {@code head} does, which is not a failure. */
    public boolean isClosedPipe() {
        return closedPipe;
    }
}
