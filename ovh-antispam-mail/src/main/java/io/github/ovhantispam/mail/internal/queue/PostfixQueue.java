package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The queues of Postfix, of one instance or all, maildrop included, by {@code postqueue -j}. */
public final class PostfixQueue implements QueueSource {

    private static final Pattern VERSION = Pattern.compile("([0-9]{1,4})\\.([0-9]{1,4})[.-].*");

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
        if (postqueue.isEmpty()) {
            reading.problem(programs.missing("postqueue"));
        } else {
            new PostfixInstances(programs, configuration)
                    .directories(reading::problem, reading::note)
                    .forEach(directory -> read(postqueue.get(), directory, reading));
        }
        return reading.report(PostfixCleanUp::commands);
    }

    private void read(Path postqueue, String directory, QueueReading reading) {
        Optional<Path> postconf = programs.find("postconf");
        if (postconf.isEmpty()) {
            reading.problem(programs.missing("postconf") + ": cannot tell whether postqueue is Postfix's");
            return;
        }
        List<String> lines = new ArrayList<>();
        Outcome version =
                programs.lines(postconf.get(), PostfixInstances.arguments(directory, "-h", "mail_version"), lines);
        Matcher numbers = VERSION.matcher(lines.size() == 1 ? lines.get(0) : "");
        if (!version.ended(0) || !numbers.matches()) {
            reading.problem(version, "it should have told the version of Postfix");
            return;
        }
        int major = Integer.parseInt(numbers.group(1));
        if (major < 3 || (major == 3 && Integer.parseInt(numbers.group(2)) < 1)) {
            reading.problem("this is Postfix " + numbers.group(1) + "." + numbers.group(2)
                    + ", whose queue cannot be read with certainty; Postfix 3.1 or later is needed");
            return;
        }
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
            return "an instance that was never started has no queue to read: start it once, or name the others with"
                    + " configuration(..)";
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
