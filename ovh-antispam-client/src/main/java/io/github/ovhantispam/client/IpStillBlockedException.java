package io.github.ovhantispam.client;

import java.time.Duration;

/**
 * The release came too early: the block has not run out yet. {@code release(..)} waits until it has.
 *
 * <p>Recognized by its message, with any status from 400 to 499, because the vendor documents only the message.
 */
public final class IpStillBlockedException extends AntispamApiException {

    private static final long serialVersionUID = 1L;

    /** The remaining block duration. */
    private final Duration remaining;

    /**
     * A refusal because the block has not run out.
     *
     * @param error the API's response
     * @param remaining how long the block still lasts
     */
    public IpStillBlockedException(ApiError error, Duration remaining) {
        super(error);
        this.remaining = remaining;
    }

    /**
     * Returns the remaining block duration, from the moment of the response on.
     *
     * @return whole seconds, as in the API's response
     */
    public Duration remaining() {
        return remaining;
    }
}
