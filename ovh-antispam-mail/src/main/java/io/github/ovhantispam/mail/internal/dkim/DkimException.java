package io.github.ovhantispam.mail.internal.dkim;

/** The reason that a signature does not verify; it does not leave this package. */
final class DkimException extends Exception {

    private static final long serialVersionUID = 1L;

    DkimException(String message) {
        super(message);
    }

    DkimException(String message, Throwable cause) {
        super(message, cause);
    }
}
