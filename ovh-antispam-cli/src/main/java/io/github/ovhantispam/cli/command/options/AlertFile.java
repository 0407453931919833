package io.github.ovhantispam.cli.command.options;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.FileProblem;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.mail.SpamAlert;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with the vendor's alert mail, or standard input.
 *
 * @param name the file, or {@code -}
 */
public record AlertFile(String name) {

    /**
     * Reads the alert.
     *
     * @throws CommandFailure when the file cannot be read, or has no alert
     */
    public SpamAlert read(Session session) {
        return parse(session)
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.NOT_FOUND, "no alert in " + this + ", or one that is in doubt: give the whole mail"));
    }

    private Optional<SpamAlert> parse(Session session) {
        try {
            return name.equals("-") ? SpamAlert.parse(session.in()) : SpamAlert.parse(Path.of(name));
        } catch (UncheckedIOException e) {
            throw CommandFailure.of(ExitCode.USAGE, this + " cannot be read: " + FileProblem.of(e), e);
        }
    }

    @Override
    public String toString() {
        return name.equals("-") ? "standard input" : name;
    }
}
