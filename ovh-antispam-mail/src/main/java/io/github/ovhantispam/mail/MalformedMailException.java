package io.github.ovhantispam.mail;

import org.jspecify.annotations.Nullable;

/** A mail that cannot be read: damaged, or beyond the limits that protect a reader of hostile mail. */
public final class MalformedMailException extends MailException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one line that names the source and the reason
     * @param cause the failure behind it, or null
     */
    public MalformedMailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
