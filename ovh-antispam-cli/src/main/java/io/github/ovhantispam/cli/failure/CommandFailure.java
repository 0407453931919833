package io.github.ovhantispam.cli.failure;

import org.jspecify.annotations.Nullable;

/** The end of a command with a code of its own and one line that says why. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private CommandFailure(ExitCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Creates a failure. */
    public static CommandFailure of(ExitCode code, String message) {
        return new CommandFailure(code, message, null);
    }

    /** Creates a failure that another one led to. */
    public static CommandFailure of(ExitCode code, String message, Throwable cause) {
        return new CommandFailure(code, message, cause);
    }

    /** Returns the exit code. */
    public ExitCode code() {
        return code;
    }
}
