package io.github.ovhantispam.emulator.internal.json;

/** JSON that was to be written and takes more memory than it may. */
public final class TooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooLongException(int limit) {
        super("the JSON is longer than " + limit + " bytes", null, false, false);
    }
}
