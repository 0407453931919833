package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.internal.command.Command;
import io.github.ovhantispam.mail.internal.command.Outcome;
import io.github.ovhantispam.mail.internal.command.OutputLines;
import io.github.ovhantispam.mail.internal.command.UnreadableOutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs of a mail server: found by absolute path, never by the search path of a user. */
public final class MailPrograms {

    private static final int MOST_LINES = 10_000;
    private static final List<Path> USUAL = Stream.of(
                    "/usr/sbin",
                    "/usr/bin",
                    "/usr/local/sbin",
                    "/usr/local/bin",
                    "/usr/libexec/sendmail",
                    "/usr/lib/sm.bin",
                    "/usr/lib",
                    "/usr/exim/bin",
                    "/var/qmail/bin")
            .map(Path::of)
            .toList();

    private final List<Path> directories;
    private final Duration limit;

    /**
     * Creates the programs.
     *
     * @param directory where the programs are, or null for the usual places
     * @param limit the time that each command may take
     */
    public MailPrograms(@Nullable Path directory, Duration limit) {
        this.directories = directory == null ? USUAL : List.of(directory.toAbsolutePath());
        this.limit = limit;
    }

    /**
     * Finds a program.
     *
     * @param names its names, the best first
     * @return the absolute path of an executable file
     */
    public Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * Returns the reason why a program is not found.
     *
     * @param name the program
     * @return the part of a sentence
     */
    public String missing(String name) {
        return "there is no executable " + name + " in "
                + directories.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    Command command(Path program, List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(arguments);
        return new Command(words, limit);
    }

    /**
     * Runs a command that writes a few lines.
     *
     * @param program the program
     * @param arguments its arguments
     * @param lines gets the lines of its standard output
     * @return the end of it
     */
    public Outcome lines(Path program, List<String> arguments, List<String> lines) {
        return command(program, arguments).run(output -> {
            OutputLines all = new OutputLines(output);
            for (String line = all.next(); line != null; line = all.next()) {
                if (lines.size() == MOST_LINES) {
                    throw new UnreadableOutputException("wrote more than " + MOST_LINES + " lines");
                }
                lines.add(line);
            }
        });
    }
}
