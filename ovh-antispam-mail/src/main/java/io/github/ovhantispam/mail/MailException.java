package io.github.ovhantispam.mail;

import io.github.ovhantispam.client.AntispamException;
import org.jspecify.annotations.Nullable;

/**
 * A failure on the mail side: a mail, a mail program or a log that cannot be read.
 *
 * <p>Its message is one line. Text from outside in it is bounded and printable.
 */
public abstract class MailException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure that changed nothing.
     *
     * @param message one line
     * @param cause the failure behind it, or null
     */
    protected MailException(String message, @Nullable Throwable cause) {
        super(message, cause, false);
    }
}
