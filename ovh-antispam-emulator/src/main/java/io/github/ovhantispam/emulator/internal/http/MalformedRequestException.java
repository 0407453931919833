package io.github.ovhantispam.emulator.internal.http;

/** A request that breaks HTTP itself, so that nobody can say what it asks for. */
public final class MalformedRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    public MalformedRequestException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
