package io.github.ovhantispam.mail.internal.command;

import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;

/** Output of a program that is not as expected, or beyond a limit. */
public final class UnreadableOutputException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param message the part of a sentence that follows the name of the command, one line
     */
    public UnreadableOutputException(String message) {
        super(message);
    }

    /**
     * Returns the failure of a line that was not understood.
     *
     * @param line the line, hostile
     * @return the failure, with the start of the line made printable
     */
    public static UnreadableOutputException line(String line) {
        return new UnreadableOutputException("wrote a line that was not understood: " + PrintableText.of(line));
    }
}
