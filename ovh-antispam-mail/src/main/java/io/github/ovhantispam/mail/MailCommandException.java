package io.github.ovhantispam.mail;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A program of a mail server that is missing, failed, or wrote something that was not understood. */
public final class MailCommandException extends MailException {

    private static final long serialVersionUID = 1L;

    /** The command, printable, or an empty text. */
    private final String command;

    /** The exit code, or null. */
    private final @Nullable Integer exitCode;

    /** The first line of its standard error, or an empty text. */
    private final String error;

    /**
     * Creates the failure.
     *
     * @param message one line that names the command and the reason
     * @param command the command as one would type it, or an empty text when none was run
     * @param exitCode the exit code, or empty when the command did not start or did not end by itself
     * @param error the first line of its standard error, or an empty text
     */
    public MailCommandException(String message, String command, OptionalInt exitCode, String error) {
        super(message, null);
        this.command = command;
        this.exitCode = exitCode.isPresent() ? exitCode.getAsInt() : null;
        this.error = error;
    }

    /**
     * Returns the command.
     *
     * @return the command as one would type it, printable; an empty text when none was run
     */
    public String command() {
        return command;
    }

    /**
     * Returns the exit code of the command.
     *
     * @return the code, or empty when the command did not start or did not end by itself
     */
    public OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /**
     * Returns the first line of the command's standard error.
     *
     * @return the line, printable, or an empty text
     */
    public String error() {
        return error;
    }
}
