package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.OutputLines;
import io.github.ovhantispam.mail.internal.command.UnreadableOutputException;
import io.github.ovhantispam.model.internal.PrintableText;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of {@code sendmail -bp}. The number of mails is that of its last line; entries are there to be shown. For
 * somebody who may not see the queue the last line says 0, too: empty is only what says so directory by directory.
 */
final class SendmailListing {

    private static final Pattern TOTAL = Pattern.compile("\t\tTotal requests: ([0-9]{1,9})");
    private static final Pattern EMPTY = Pattern.compile("/\\S.* is empty");
    private static final Pattern FULL = Pattern.compile("\t\t(/\\S.*) \\([0-9]{1,9} requests?(?:, .*)?\\)");
    private static final Pattern MAIL = Pattern.compile(
            "([0-9A-Za-z]{8,24})[*X?-]* +-?[0-9]+ [A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:[0-9]{2} (\\S.*)");

    private final boolean held;
    private final QueueReading reading;

    SendmailListing(boolean held, QueueReading reading) {
        this.held = held;
        this.reading = reading;
    }

    void read(InputStream output) throws IOException {
        OutputLines lines = new OutputLines(output);
        String directory = "";
        long total = -1;
        int empty = 0;
        String odd = null;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (total >= 0) {
                throw UnreadableOutputException.line(line);
            }
            Matcher full = FULL.matcher(line);
            if (EMPTY.matcher(line).matches()) {
                empty++;
            } else if (full.matches()) {
                directory = full.group(1);
                odd = odd == null ? line : odd;
            } else {
                total = total(line);
                odd = total < 0 && odd == null ? line : odd;
                list(line, directory);
            }
        }
        count(total, empty, odd);
    }

    private static long total(String line) {
        Matcher total = TOTAL.matcher(line);
        return total.matches() ? Long.parseLong(total.group(1)) : -1;
    }

    private void count(long total, int empty, @Nullable String odd) throws IOException {
        if (total < 0) {
            throw new UnreadableOutputException(
                    "did not write \"Total requests\"" + (odd == null ? "" : ", but: " + PrintableText.of(odd)));
        }
        if (total == 0 && (empty == 0 || odd != null)) {
            throw UnreadableOutputException.line(odd == null ? "\"Total requests: 0\" of no directory" : odd);
        }
        reading.addUnlisted(total, held ? total : 0);
    }

    private void list(String line, String directory) {
        Matcher mail = MAIL.matcher(line);
        if (!directory.isEmpty() && mail.matches()) {
            reading.addCounted(new QueuedMail(
                    mail.group(1),
                    directory,
                    "",
                    address(mail.group(2)),
                    List.of(),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    held));
        }
    }

    private static String address(String text) {
        String stripped = text.strip();
        return stripped.startsWith("<") && stripped.endsWith(">")
                ? stripped.substring(1, stripped.length() - 1)
                : stripped;
    }
}
