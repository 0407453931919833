package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The instances of Postfix on this machine, each named by its configuration directory. */
public final class PostfixInstances {

    /** Name, group, enabled, directory; a name and a group have no white space. */
    private static final Pattern LISTED = Pattern.compile("\\S+ +\\S+ +[yn] +(/.*)");

    private final MailPrograms programs;
    private final @Nullable Path only;

    /**
     * Creates the instances.
     *
     * @param programs where Postfix's commands are
     * @param only the directory of the only instance, or null for all
     */
    public PostfixInstances(MailPrograms programs, @Nullable Path only) {
        this.programs = programs;
        this.only = only == null ? null : only.toAbsolutePath();
    }

    /**
     * Lists the instances, disabled ones included: they may have mail, and may have been started by hand.
     *
     * @param problem gets the reason why there may be more
     * @param note gets a remark
     * @return the directories, or an empty text for the default one when they cannot be listed
     */
    public List<String> directories(Consumer<String> problem, Consumer<String> note) {
        if (only != null) {
            return List.of(only.toString());
        }
        Optional<Path> postmulti = programs.find("postmulti");
        if (postmulti.isEmpty()) {
            note.accept("only the default instance of Postfix was read: " + programs.missing("postmulti"));
            return List.of("");
        }
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(postmulti.get(), List.of("-l"), lines);
        List<String> directories = new ArrayList<>();
        for (String line : lines) {
            Matcher listed = LISTED.matcher(line);
            if (listed.matches()) {
                directories.add(listed.group(1));
            }
        }
        if (!outcome.ended(0) || directories.size() != lines.size() || directories.isEmpty()) {
            problem.accept("the instances of Postfix are unknown: " + outcome.describe()
                    + "; name one configuration directory to read that one only");
            return List.of("");
        }
        return directories;
    }

    /**
     * Returns the arguments of a command for an instance.
     *
     * @param directory a directory, or an empty text for the default one
     * @param more the other arguments
     * @return all arguments
     */
    public static List<String> arguments(String directory, String... more) {
        List<String> arguments = new ArrayList<>();
        if (!directory.isEmpty()) {
            arguments.add("-c");
            arguments.add(directory);
        }
        arguments.addAll(List.of(more));
        return arguments;
    }
}
