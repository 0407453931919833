package io.github.ovhantispam.mail.internal.service;

import io.github.ovhantispam.mail.MailServiceStatus;
import io.github.ovhantispam.mail.MailServiceStatus.State;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The processes of a Linux machine, as /proc lists them with their executables. */
public final class ProcessTable {

    private static final String DELETED = " (deleted)";

    private final Path directory;

    /**
     * Creates the table.
     *
     * @param directory /proc
     */
    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    /**
     * Looks for processes.
     *
     * @param name the server, for the report
     * @param executables the file names of its programs
     * @return running when there is one, and unknown when a process hides its executable
     */
    public MailServiceStatus status(String name, List<String> executables) {
        if (!Files.isReadable(directory.resolve("1/stat"))) {
            return new MailServiceStatus(
                    State.UNKNOWN, directory + " does not list all processes; run this as root, on Linux");
        }
        boolean hidden = false;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(directory, "[0-9]*")) {
            for (Path process : processes) {
                try {
                    if (executables.contains(executable(process))) {
                        return new MailServiceStatus(State.RUNNING, name + ", process " + process.getFileName() + ",");
                    }
                } catch (NoSuchFileException e) {
                    // A thread of the kernel has no executable, nor has a process that has just ended.
                } catch (AccessDeniedException e) {
                    hidden = true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new MailServiceStatus(
                    State.UNKNOWN, directory + " cannot be read: " + PrintableText.of(String.valueOf(e.getMessage())));
        }
        return hidden
                ? new MailServiceStatus(
                        State.UNKNOWN, "the programs of other users' processes are hidden; run this as root")
                : new MailServiceStatus(State.STOPPED, name);
    }

    private static String executable(Path process) throws IOException {
        Path link = process.resolve("exe");
        try {
            String target = String.valueOf(Files.readSymbolicLink(link).getFileName());
            // An upgrade replaces the file, and the old program goes on.
            return target.endsWith(DELETED) ? target.substring(0, target.length() - DELETED.length()) : target;
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (Files.exists(process)) {
                throw e;
            }
            throw new NoSuchFileException(process.toString());
        }
    }
}
