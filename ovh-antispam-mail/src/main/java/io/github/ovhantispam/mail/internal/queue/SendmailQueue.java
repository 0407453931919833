package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.MailCommandException;
import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.Outcome;
import io.github.ovhantispam.mail.internal.command.ShellWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The queues of Sendmail: the main one and the submission queue, each with what is quarantined and what is lost, which
 * its plain listing leaves out.
 */
public final class SendmailQueue implements QueueSource {

    private static final List<String> KINDS = List.of("", "-qQ", "-qL");

    private final MailPrograms programs;
    private final @Nullable Path configuration;

    /**
     * Creates the queues.
     *
     * @param programs where Sendmail is
     * @param configuration the configuration file of the only queue to read, or null for both
     */
    public SendmailQueue(MailPrograms programs, @Nullable Path configuration) {
        this.programs = programs;
        this.configuration = configuration == null ? null : configuration.toAbsolutePath();
    }

    static Optional<Path> program(MailPrograms programs) {
        return programs.find("sendmail.sendmail", "sendmail");
    }

    @Override
    public QueueReport read() {
        QueueReading reading = new QueueReading(configuration == null ? "Sendmail" : "Sendmail with " + configuration);
        Optional<Path> sendmail = program(programs);
        if (sendmail.isEmpty()) {
            reading.problem(programs.missing("sendmail"));
        } else if (configuration == null) {
            read(sendmail.get(), List.of("-bp"), reading);
            read(sendmail.get(), List.of("-bp", "-Ac"), reading);
        } else {
            read(sendmail.get(), List.of("-C", configuration.toString(), "-bp"), reading);
        }
        return reading.report(SendmailQueue::cleanUp);
    }

    private void read(Path sendmail, List<String> options, QueueReading reading) {
        for (String kind : KINDS) {
            List<String> arguments = new ArrayList<>(options);
            if (!kind.isEmpty()) {
                arguments.add(kind);
            }
            SendmailListing listing = new SendmailListing(kind.equals("-qQ"), reading);
            Outcome outcome = programs.command(sendmail, arguments).run(listing::read);
            if (!outcome.ended(0) || !outcome.errors().isEmpty()) {
                reading.problem(outcome, advice(outcome));
                return;
            }
        }
    }

    private static String advice(Outcome outcome) {
        if (outcome.problem().contains("Mail queue is empty")
                || outcome.problem().contains("-Queue ID-")) {
            return "this sendmail is Postfix's: use MailQueue.postfix()";
        }
        if (outcome.problem().contains("not permitted")) {
            return "run this as root";
        }
        return "";
    }

    private static List<String> cleanUp(QueueReading reading) {
        List<String> commands = new ArrayList<>();
        for (QueuedMail mail : reading.first()) {
            if (mail.queue().startsWith("/") && ShellWord.isPrintable(mail.queue())) {
                commands.add("find " + ShellWord.quoted(mail.queue()) + " -type f -name '?f" + mail.id() + "' -delete");
            }
        }
        return commands;
    }

    @Override
    public Optional<String> phpScript(QueuedMail mail) {
        throw new MailCommandException(
                "Sendmail has no command that prints the header of a queued mail; read the file qf" + mail.id()
                        + " in its queue directory",
                "",
                OptionalInt.empty(),
                "");
    }
}
