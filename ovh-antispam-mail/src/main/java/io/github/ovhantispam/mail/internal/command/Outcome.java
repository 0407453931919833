package io.github.ovhantispam.mail.internal.command;

import java.util.List;
import java.util.OptionalInt;

/**
 * The end of a command.
 *
 * @param command the command as one would type it, printable
 * @param exitCode its exit code, or empty when it did not start, or did not end by itself
 * @param errors the lines of its standard error that are not blank, printable, of the first 64 KiB
 * @param problem the reason why its output does not count although there may be an exit code, or empty
 */
public record Outcome(String command, OptionalInt exitCode, List<String> errors, String problem) {

    /**
     * Copies the lines.
     *
     * @param command see the component
     * @param exitCode see the component
     * @param errors see the component
     * @param problem see the component
     */
    public Outcome {
        errors = List.copyOf(errors);
    }

    /**
     * Returns whether the command ended by itself and all of its output was read and understood.
     *
     * @param code the exit code that is expected
     * @return false for any other exit code, and for any problem
     */
    public boolean ended(int code) {
        return problem.isEmpty() && exitCode.isPresent() && exitCode.getAsInt() == code;
    }

    /**
     * Returns the line of the standard error that says most.
     *
     * @return the first line that is not a warning, or else the first line, or an empty text
     */
    public String firstError() {
        return errors.stream()
                .filter(line -> !line.contains("warning:"))
                .findFirst()
                .orElseGet(() -> errors.isEmpty() ? "" : errors.get(0));
    }

    /**
     * Returns one line that says how the command ended.
     *
     * @return the command, and its problem or exit code, and what it wrote to its standard error
     */
    public String describe() {
        StringBuilder line = new StringBuilder(command).append(' ');
        line.append(problem.isEmpty() ? "ended with exit code " + exitCode.orElse(-1) : problem);
        return firstError().isEmpty()
                ? line.toString()
                : line.append(": ").append(firstError()).toString();
    }
}
