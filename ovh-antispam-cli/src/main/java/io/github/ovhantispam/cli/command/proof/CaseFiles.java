package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.FileProblem;
import io.github.ovhantispam.mail.FalsePositiveReport;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The place where a case is kept.
 *
 * @param path a zip when its name ends so, else a folder
 */
record CaseFiles(Path path) {

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes a case, and nothing over an existing one.
     *
     * @throws CommandFailure when it cannot be written; nothing is left then
     */
    void write(FalsePositiveReport report) {
        try {
            if (String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
                report.writeZip(path);
            } else {
                report.writeTo(path);
            }
        } catch (UncheckedIOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT, path + " was not written: " + FileProblem.of(e) + "; give another --output", e);
        }
    }
}
