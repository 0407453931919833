package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The queues of Postfix, of one instance or all, maildrop included, by {@code postqueue -j}. */
public final class PostfixQueue implements QueueSource {

    /** Warnings that say nothing against the output: the queue is read by root himself; a careless main.cf. */
    private static final Pattern HARMLESS = Pattern.compile(
            "postqueue: warning: (Mail system is down -- accessing queue directly.*|.*overriding earlier entry.*)");

    private final MailPrograms programs;
    private final @Nullable Path configuration;

    /**
     * Creates the queue.
     *
     * @param programs where Postfix's commands are
     * @param configuration the directory of the only instance to read, or null for all
     */
    public PostfixQueue(MailPrograms programs, @Nullable Path configuration) {
        this.programs = programs;
        this.configuration = configuration;
    }

    @Override
    public QueueReport read() {
        QueueReading reading = new QueueReading(configuration == null ? "Postfix" : "Postfix in " + configuration);
        Optional<Path> postqueue = programs.find("postqueue");
        Optional<Path> postconf = programs.find("postconf");
        if (postqueue.isEmpty()) {
            reading.problem(programs.missing("postqueue"));
        } else if (postconf.isEmpty()) {
            reading.problem(programs.missing("postconf") + ": cannot tell whether postqueue is Postfix's");
        } else {
            // The version is asked for while the queue is read: starting a command takes as long as many mails.
            try (PostfixVersion version = new PostfixVersion(programs, postconf.get())) {
                new PostfixInstances(programs, configuration)
                        .directories(reading::problem, reading::note)
                        .forEach(directory -> read(postqueue.get(), directory, reading));
                version.objection().ifPresent(reading::problem);
            }
        }
        return reading.report(PostfixCleanUp::commands);
    }

    private void read(Path postqueue, String directory, QueueReading reading) {
        Outcome outcome = programs.command(postqueue, PostfixInstances.arguments(directory, "-j"))
                .run(new PostqueueJson(directory, reading)::read);
        boolean clean = outcome.errors().stream()
                .allMatch(line -> HARMLESS.matcher(line).matches());
        if (!outcome.ended(0) || !clean) {
            reading.problem(outcome, advice(outcome));
        }
    }

    private static String advice(Outcome outcome) {
        String errors = String.join("\n", outcome.errors());
        if (errors.contains("mail system is down")) {
            return "run this as root, who alone can read the queue of a stopped Postfix";
        }
        if (errors.contains("unauthorized configuration directory")) {
            return "run this as root";
        }
        if (errors.contains("not allowed to view the mail queue")) {
            return "run this as root, or add the user to authorized_mailq_users";
        }
        if (errors.contains("malformed showq server response")) {
            return "an instance that was never started has no queue to read: leave it out by naming the configuration"
                    + " directories of the others";
        }
        return "";
    }

    @Override
    public Optional<String> phpScript(QueuedMail mail) {
        if (!QueueIds.isPostfix(mail.id())) {
            throw new IllegalArgumentException("not a queue id of Postfix: " + mail);
        }
        Path postcat = programs.find("postcat")
                .orElseThrow(() -> new MailCommandException(programs.missing("postcat"), "", OptionalInt.empty(), ""));
        return new HeaderOfScript(programs)
                .read(postcat, PostfixInstances.arguments(mail.instance(), "-hq", mail.id()), "");
    }
}
