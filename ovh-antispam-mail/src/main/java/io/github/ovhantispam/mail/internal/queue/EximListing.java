package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.OutputLines;
import io.github.ovhantispam.mail.internal.command.UnreadableOutputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output of {@code exim -bp}: for each mail a line, its recipients indented, and an empty line. */
final class EximListing {

    private static final int RECIPIENTS = 5;

    /** Age, size, id, the login of a local user who named another sender, sender. */
    private static final Pattern MAIL = Pattern.compile(
            " {0,2}[0-9]{1,9}[mhd] +[0-9]{1,9}(?:\\.[0-9])?[KMG]? (\\S+)(?: \\(\\S*\\))? <(.*)>( \\*\\*\\* frozen \\*\\*\\*)?");

    /** Delivered recipients have a D. */
    private static final Pattern RECIPIENT = Pattern.compile(" {6,10}[ +]?[ D]? +(\\S.*)");

    private final String queue;
    private final QueueReading reading;

    EximListing(String queue, QueueReading reading) {
        this.queue = queue;
        this.reading = reading;
    }

    void read(InputStream output) throws IOException {
        OutputLines lines = new OutputLines(output);
        for (String line = lines.next(); line != null; line = lines.next()) {
            reading.add(mail(line, lines));
        }
    }

    private QueuedMail mail(String line, OutputLines lines) throws IOException {
        Matcher mail = MAIL.matcher(line);
        if (!mail.matches() || !QueueIds.isExim(mail.group(1))) {
            throw UnreadableOutputException.line(line);
        }
        List<String> recipients = new ArrayList<>();
        int count = 0;
        for (String next = lines.next(); next == null || !next.isEmpty(); next = lines.next()) {
            Matcher recipient = RECIPIENT.matcher(next == null ? "" : next);
            if (!recipient.matches()) {
                throw UnreadableOutputException.line(next == null ? "(the end, within an entry)" : next);
            }
            count++;
            if (recipients.size() < RECIPIENTS) {
                recipients.add(recipient.group(1));
            }
        }
        boolean frozen = mail.group(3) != null;
        return new QueuedMail(
                mail.group(1), queue, "", mail.group(2), recipients, count, Optional.empty(), Optional.empty(), frozen);
    }
}
