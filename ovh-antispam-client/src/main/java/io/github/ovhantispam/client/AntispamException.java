package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/**
 * The superclass of all failures of this client.
 *
 * <p>Its message is one line that says what happened and, where there is something to do, what. No message, cause or
 * {@code toString} of it contains a credential, and text from outside in it is bounded and printable.
 */
public abstract class AntispamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The end of a message about a request that may have taken effect. */
    static final String UNCERTAIN = "the request may have taken effect all the same: check before asking again";

    /** True when the failed call may have taken effect all the same. */
    private final boolean mayHaveBeenProcessed;

    /**
     * A failure.
     *
     * @param message one line
     * @param cause what led to it, or null
     * @param mayHaveBeenProcessed whether the failed call may have taken effect all the same
     */
    protected AntispamException(String message, @Nullable Throwable cause, boolean mayHaveBeenProcessed) {
        super(message, cause);
        this.mayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /**
     * Returns true when the failed call may have taken effect all the same.
     *
     * <p>True for {@code unblock} when the request was sent, its response was lost or could not be read, and reading
     * the state back did not settle it; and for a {@code release} that failed after its request was accepted. Read the
     * address before you decide what to do. The same holds for setting and deleting a reverse name, where repeating the
     * request does no harm, and for creating a support ticket, which only the control panel can confirm.
     *
     * @return false when nothing was sent, when it was refused, and for every call that only reads
     */
    public final boolean mayHaveBeenProcessed() {
        return mayHaveBeenProcessed;
    }

    static String line(String message, boolean mayHaveBeenProcessed) {
        return mayHaveBeenProcessed ? message + "; " + UNCERTAIN : message;
    }
}
