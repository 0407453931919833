package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;

/** A log is read no further than here. What was read before it counts. */
public final class TruncatedLogException extends IOException {

    private static final long serialVersionUID = 1L;

    TruncatedLogException(String message) {
        super(message);
    }
}
