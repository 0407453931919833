package io.github.ovhantispam.emulator;

/** The two shapes in which the API is known to describe an error. */
public enum ErrorFormat {
    /** {@code errorCode} (not on every error), {@code httpCode} and {@code message}. */
    OLDER,
    /** {@code message} and {@code class}, such as {@code Client::NotFound}. */
    NEWER
}
