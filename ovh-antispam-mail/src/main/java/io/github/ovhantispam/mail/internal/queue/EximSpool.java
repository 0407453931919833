package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The spool directory of Exim: {@code input} of the queue without a name, and one below each named queue. */
final class EximSpool {

    /** A name that can be an argument. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}");

    private final Path directory;

    EximSpool(Path directory) {
        this.directory = directory;
    }

    Path of(String queue) {
        return directory.resolve(queue).resolve("input");
    }

    /** Lists the queues: an empty name, and the named ones; or nothing when that is not certain. */
    Optional<List<String>> queues(Consumer<String> problem) {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(of(""))) {
            problem.accept("cannot see " + of("") + "; run this as root or as Exim's user; an Exim that never had"
                    + " mail has no such directory");
            return Optional.empty();
        }
        names.add("");
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (Files.isDirectory(entry.resolve("input"))) {
                    names.add(name);
                    if (!NAME.matcher(name).matches()) {
                        problem.accept("cannot read the named queue " + PrintableText.of(name));
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            problem.accept("cannot list " + directory + ": " + PrintableText.of(e.toString()));
            return Optional.empty();
        }
        return Optional.of(names);
    }

    /** Returns whether there is a file of a mail, or a problem. */
    boolean hasMail(String queue, Consumer<String> problem) {
        try {
            return hasMail(of(queue), true);
        } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
            problem.accept("cannot list " + of(queue) + ": " + PrintableText.of(e.toString()));
            return true;
        }
    }

    private static boolean hasMail(Path input, boolean below) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(input)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                // With split_spool_directory, directories of one character each.
                if (name.endsWith("-H") || name.endsWith("-D")) {
                    return true;
                }
                if (below && Files.isDirectory(entry) && hasMail(entry, false)) {
                    return true;
                }
            }
        }
        return false;
    }
}
