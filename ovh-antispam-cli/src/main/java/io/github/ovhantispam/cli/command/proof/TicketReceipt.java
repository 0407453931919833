package io.github.ovhantispam.cli.command.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.FileProblem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file beside a case that says that a ticket was opened from it. It is there before the request is sent, so that no
 * failure, and no second run, sends it twice.
 */
final class TicketReceipt {

    private static final String SUFFIX = ".ticket.txt";

    private final Path file;

    private TicketReceipt(Path file) {
        this.file = file;
    }

    static TicketReceipt beside(Path output) {
        Path absolute = output.toAbsolutePath().normalize();
        return new TicketReceipt(absolute.resolveSibling(absolute.getFileName() + SUFFIX));
    }

    /**
     * Refuses when a ticket was, or may have been, opened from the case.
     *
     * @throws CommandFailure with the number of the ticket, as far as it is known
     */
    void checkAbsent() {
        if (Files.exists(file)) {
            throw alreadyThere();
        }
    }

    /**
     * Creates the file, before the ticket is sent.
     *
     * @throws CommandFailure when it is there, or cannot be written; then nothing may be sent
     */
    void begin() {
        try {
            Files.writeString(
                    file,
                    "A ticket is being opened from this case. If no number follows, it may have been opened all the"
                            + " same:\nlook in the control panel before you open another.\n",
                    UTF_8,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw alreadyThere();
        } catch (IOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT, file + " cannot be written: " + FileProblem.of(e) + "; nothing was sent", e);
        }
    }

    /** Adds the number of the ticket. */
    void complete(String ticket) throws IOException {
        Files.writeString(file, "Opened: " + ticket + "\n", UTF_8, StandardOpenOption.APPEND);
    }

    /** Removes the file, when certainly no ticket was opened. */
    void withdraw() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw CommandFailure.of(ExitCode.OUTPUT, file + " says that a ticket may be open; none is: delete it", e);
        }
    }

    private CommandFailure alreadyThere() {
        return CommandFailure.of(
                ExitCode.PRECAUTION,
                "a ticket was opened from this case, or may have been: read " + file
                        + ", and look in the control panel; nothing was sent");
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
