package io.github.ovhantispam.jdbc;

/** This process had the watch, and another one has it now. Nothing was saved. */
public final class LeaseLostException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LeaseLostException(String message) {
        super(message);
    }
}
