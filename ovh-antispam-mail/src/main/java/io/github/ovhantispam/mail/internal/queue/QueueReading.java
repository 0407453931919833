package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.QueueReport;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A queue while it is read, from one command or several: a single problem makes all of it unknown. */
final class QueueReading {

    private static final int FIRST = 10;

    private final String queue;
    private final TopSenders senders = new TopSenders();
    private final List<QueuedMail> first = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long count;
    private long held;

    QueueReading(String queue) {
        this.queue = queue;
    }

    void add(QueuedMail mail) {
        add(mail.sender(), mail.held());
        list(mail);
    }

    /** Counts a mail that is not listed. */
    void add(String sender, boolean isHeld) {
        addUnlisted(1, isHeld ? 1 : 0);
        senders.add(sender);
    }

    /** Returns whether the next mail will be listed. */
    boolean isListing() {
        return first.size() < FIRST;
    }

    /** Lists a mail that is counted elsewhere. */
    void addCounted(QueuedMail mail) {
        senders.add(mail.sender());
        list(mail);
    }

    /** Counts mail of which no more than the number is known. */
    void addUnlisted(long mails, long heldMails) {
        count += mails;
        held += heldMails;
    }

    private void list(QueuedMail mail) {
        if (isListing()) {
            first.add(mail);
        }
    }

    long count() {
        return count;
    }

    void note(String note) {
        notes.add(note);
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** Makes the queue unknown, because of how a command ended. */
    void problem(Outcome outcome, String advice) {
        problems.add(outcome.describe() + (advice.isEmpty() ? "" : "; " + advice));
    }

    QueueReport report(Function<QueueReading, List<String>> cleanUp) {
        List<String> commands = count == 0 ? List.of() : cleanUp.apply(this);
        QueueReport.Known known =
                new QueueReport.Known(queue, count, held, first, senders.most(), senders.isExact(), notes, commands);
        return problems.isEmpty() ? known : new QueueReport.Unknown(String.join("; ", problems), known);
    }

    List<QueuedMail> first() {
        return first;
    }

    TopSenders senders() {
        return senders;
    }
}
