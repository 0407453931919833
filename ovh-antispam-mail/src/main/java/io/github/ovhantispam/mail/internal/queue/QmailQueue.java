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

/** The queue of qmail, by {@code qmail-qstat} and {@code qmail-qread}; from their documentation, never run on qmail. */
public final class QmailQueue implements QueueSource {

    private static final Pattern IN_QUEUE = Pattern.compile("messages in queue: ([0-9]{1,9})");
    private static final Pattern TO_DO = Pattern.compile("messages in queue but not yet preprocessed: ([0-9]{1,9})");
    private static final Pattern MAIL = Pattern.compile(
            " ?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT  #([0-9]{1,20})  [0-9]{1,19}  <(.*)> ?.*");

    private final MailPrograms programs;

    /**
     * Creates the queue.
     *
     * @param programs where qmail's commands are
     */
    public QmailQueue(MailPrograms programs) {
        this.programs = programs;
    }

    @Override
    public QueueReport read() {
        QueueReading reading = new QueueReading("qmail");
        Optional<Path> qstat = programs.find("qmail-qstat");
        if (qstat.isEmpty()) {
            reading.problem(programs.missing("qmail-qstat"));
        } else {
            count(qstat.get(), reading);
            if (reading.count() > 0) {
                programs.find("qmail-qread").ifPresent(qread -> list(qread, reading));
            }
        }
        return reading.report(all -> List.of("# qmail has no command to delete mail: stop qmail-send first"));
    }

    private void count(Path qstat, QueueReading reading) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(qstat, List.of(), lines);
        Matcher inQueue = IN_QUEUE.matcher(lines.isEmpty() ? "" : lines.get(0));
        Matcher toDo = TO_DO.matcher(lines.size() == 2 ? lines.get(1) : "");
        // It is a script around find: what could not be read is on its standard error only, and not counted.
        if (!outcome.ended(0) || !outcome.errors().isEmpty() || !inQueue.matches() || !toDo.matches()) {
            reading.problem(outcome, "it should have told the numbers of mails; run this as root");
            return;
        }
        // A mail that is not yet preprocessed is in both numbers; either alone makes the queue not empty.
        reading.addUnlisted(Math.max(Long.parseLong(inQueue.group(1)), Long.parseLong(toDo.group(1))), 0);
    }

    private void list(Path qread, QueueReading reading) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = programs.lines(qread, List.of(), lines);
        if (!outcome.ended(0)) {
            reading.note("the mails are not listed: " + outcome.describe());
        }
        for (String line : lines) {
            Matcher mail = MAIL.matcher(line);
            if (mail.matches()) {
                reading.addCounted(new QueuedMail(
                        mail.group(1), "", "", mail.group(2), List.of(), 0, Optional.empty(), Optional.empty(), false));
            }
        }
    }

    @Override
    public Optional<String> phpScript(QueuedMail mail) {
        throw new MailCommandException(
                "qmail has no command that prints the header of a queued mail; read its file below queue/mess",
                "",
                OptionalInt.empty(),
                "");
    }
}
