package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.PrintableText;
import org.jspecify.annotations.Nullable;

/** A response that the API is not known to send: not JSON, the wrong JSON, an empty body, or a redirect. */
public final class UnexpectedResponseException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /** The HTTP status. */
    private final int statusCode;

    /** The beginning of the body, made printable. */
    private final String excerpt;

    /**
     * A response that cannot be understood.
     *
     * @param message one line, to which a warning is added when the call may have taken effect
     * @param statusCode the HTTP status
     * @param excerpt the beginning of the body
     * @param cause what led to it, or null
     * @param mayHaveBeenProcessed see {@link #mayHaveBeenProcessed()}
     */
    public UnexpectedResponseException(
            String message, int statusCode, String excerpt, @Nullable Throwable cause, boolean mayHaveBeenProcessed) {
        super(line(message, mayHaveBeenProcessed), cause, mayHaveBeenProcessed);
        this.statusCode = statusCode;
        this.excerpt = PrintableText.of(excerpt);
    }

    /**
     * Returns the HTTP status of the response.
     *
     * @return for example 200, if a proxy responded with its own page
     */
    public int statusCode() {
        return statusCode;
    }

    /**
     * Returns the beginning of the body, made printable.
     *
     * @return at most 300 characters, empty when the body was
     */
    public String excerpt() {
        return excerpt;
    }
}
