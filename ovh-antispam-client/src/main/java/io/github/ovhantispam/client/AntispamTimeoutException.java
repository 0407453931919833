package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/** The call did not end within its time limit. */
public final class AntispamTimeoutException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /**
     * A call that took too long.
     *
     * @param message one line, to which a warning is added when the call may have taken effect
     * @param cause what led to it, or null
     * @param mayHaveBeenProcessed see {@link #mayHaveBeenProcessed()}
     */
    public AntispamTimeoutException(String message, @Nullable Throwable cause, boolean mayHaveBeenProcessed) {
        super(line(message, mayHaveBeenProcessed), cause, mayHaveBeenProcessed);
    }
}
