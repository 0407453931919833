package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/** A connection that could not be made, or broke, for longer than the retry policy allows. */
public final class AntispamIOException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure of the connection.
     *
     * @param message one line, to which a warning is added when the call may have taken effect
     * @param cause what led to it, or null
     * @param mayHaveBeenProcessed see {@link #mayHaveBeenProcessed()}
     */
    public AntispamIOException(String message, @Nullable Throwable cause, boolean mayHaveBeenProcessed) {
        super(line(message, mayHaveBeenProcessed), cause, mayHaveBeenProcessed);
    }
}
