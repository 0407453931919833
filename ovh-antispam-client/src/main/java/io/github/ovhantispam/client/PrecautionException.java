package io.github.ovhantispam.client;

import org.jspecify.annotations.Nullable;

/** A {@link Precaution} found that it is not safe to request the release. Nothing took effect. */
public final class PrecautionException extends AntispamException {

    private static final long serialVersionUID = 1L;

    /**
     * A precaution that does not hold.
     *
     * @param message what was found, such as {@code 17 mails are still in the queue}
     */
    public PrecautionException(String message) {
        this(message, null);
    }

    /**
     * A precaution that does not hold.
     *
     * @param message what was found
     * @param cause what led to it, or null
     */
    public PrecautionException(String message, @Nullable Throwable cause) {
        super(message, cause, false);
    }
}
