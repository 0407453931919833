package io.github.ovhantispam.mail.internal.service;

import io.github.ovhantispam.mail.MailServiceStatus;
import io.github.ovhantispam.mail.MailServiceStatus.State;
import io.github.ovhantispam.mail.internal.command.Outcome;
import io.github.ovhantispam.mail.internal.queue.MailPrograms;
import io.github.ovhantispam.mail.internal.queue.PostfixInstances;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The instances of Postfix. {@code master -t} ends with exit code 0 only when nobody holds the lock of its pid file;
 * {@code postfix status}, which is built on it, ends with 1 for a stopped Postfix as well as for a missing directory, a
 * broken configuration, and a user who may not look.
 */
public final class PostfixService {

    private static final String VERSION = "[0-9]+\\.[0-9].*";

    private final MailPrograms programs;
    private final @Nullable Path configuration;

    /**
     * Creates the service.
     *
     * @param programs where Postfix's commands are
     * @param configuration the directory of the only instance, or null for all
     */
    public PostfixService(MailPrograms programs, @Nullable Path configuration) {
        this.programs = programs;
        this.configuration = configuration;
    }

    /**
     * Looks at each instance.
     *
     * @return stopped when all are, running when one is, unknown otherwise
     */
    public MailServiceStatus status() {
        Optional<Path> postconf = programs.find("postconf");
        if (postconf.isEmpty()) {
            return new MailServiceStatus(State.UNKNOWN, programs.missing("postconf"));
        }
        List<String> unknown = new ArrayList<>();
        PostfixInstances instances = new PostfixInstances(programs, configuration);
        for (String directory : instances.directories(unknown::add, note -> {})) {
            MailServiceStatus status = status(postconf.get(), directory);
            if (status.state() == State.RUNNING) {
                return status;
            }
            if (status.state() == State.UNKNOWN) {
                unknown.add(status.detail());
            }
        }
        return unknown.isEmpty()
                ? new MailServiceStatus(State.STOPPED, "Postfix")
                : new MailServiceStatus(State.UNKNOWN, String.join("; ", unknown));
    }

    private MailServiceStatus status(Path postconf, String directory) {
        List<String> lines = new ArrayList<>();
        Outcome settings = programs.lines(
                postconf, PostfixInstances.arguments(directory, "-h", "mail_version", "daemon_directory"), lines);
        if (!settings.ended(0)
                || lines.size() != 2
                || !lines.get(0).matches(VERSION)
                || !lines.get(1).startsWith("/")) {
            return new MailServiceStatus(
                    State.UNKNOWN, settings.describe() + "; it should have told the version and directory of Postfix");
        }
        Path master = Path.of(lines.get(1), "master");
        if (!Files.isExecutable(master)) {
            return new MailServiceStatus(State.UNKNOWN, "there is no executable " + master);
        }
        Outcome test = programs.lines(master, PostfixInstances.arguments(directory, "-t"), new ArrayList<>());
        String which = directory.isEmpty() ? "Postfix" : "Postfix in " + directory;
        if (test.ended(0)) {
            return new MailServiceStatus(State.STOPPED, which);
        }
        Optional<Path> postfix = programs.find("postfix");
        if (postfix.isPresent()
                && programs.lines(postfix.get(), PostfixInstances.arguments(directory, "status"), new ArrayList<>())
                        .ended(0)) {
            return new MailServiceStatus(State.RUNNING, which);
        }
        return new MailServiceStatus(
                State.UNKNOWN, test.describe() + "; run this as root, and see whether its configuration is right");
    }
}
