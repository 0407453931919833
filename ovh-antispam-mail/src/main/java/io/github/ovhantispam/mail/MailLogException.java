package io.github.ovhantispam.mail;

import org.jspecify.annotations.Nullable;

/** A mail log that cannot be read, such as a file that is missing or a damaged archive. */
public final class MailLogException extends MailException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message one line that names the source and the reason
     * @param cause the failure behind it, or null
     */
    public MailLogException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
