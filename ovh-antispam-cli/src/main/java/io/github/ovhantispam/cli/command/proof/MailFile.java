package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file with a mail as it was sent.
 *
 * @param path the file
 */
record MailFile(Path path) {

    /** One byte more than the library takes: it then refuses the mail, and not the end of it. */
    private static final int MOST_BYTES = 50 * 1024 * 1024 + 1;

    byte[] read() {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.USAGE, path + " cannot be read: " + FileProblem.of(e), e);
        }
    }
}
