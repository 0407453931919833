package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/** The thread was interrupted, or the call cancelled. After an interrupt, the thread's interrupt flag is set. */
public final class AntispamInterruptedException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /**
     * An interrupted call.
     *
     * @param message one line, to which a warning is added when the call may have taken effect
     * @param cause what led to it, or null
     * @param mayHaveBeenProcessed see {@link #mayHaveBeenProcessed()}
     */
    public AntispamInterruptedException(String message, @Nullable Throwable cause, boolean mayHaveBeenProcessed) {
        super(line(message, mayHaveBeenProcessed), cause, mayHaveBeenProcessed);
    }
}
