package io.github.ovhantispam.mail.internal.log.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.ovhantispam.mail.internal.log.line.LogCalendar;
import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.line.LogTime;
import io.github.ovhantispam.mail.internal.log.line.SyslogHeader;
import io.github.ovhantispam.mail.internal.log.mta.Arrival;
import io.github.ovhantispam.mail.internal.log.mta.EximArrival;
import io.github.ovhantispam.mail.internal.log.mta.PostfixArrival;
import io.github.ovhantispam.mail.internal.log.mta.SendmailArrival;
import io.github.ovhantispam.mail.internal.log.scan.LineDispatch;
import io.github.ovhantispam.mail.internal.log.scan.LineHash;
import io.github.ovhantispam.mail.internal.log.scan.OriginRing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads again the line in which a mail came in, and makes sure that it is the line of that queue id. */
final class OriginFinder {

    /** Longer than any transfer of a mail; short queue ids are given again after it. */
    private static final long LONGEST_TRANSFER = 4 * 3600;

    private static final String NO_QUEUE = "NOQUEUE: ";

    private final OriginRing origins;
    private final LogLine found = new LogLine();

    OriginFinder(OriginRing origins) {
        this.origins = origins;
    }

    /** Returns the key of another queue id on the host of a line. */
    static long key(String queueId, LogLine line) {
        byte[] bytes = (queueId + "\0".repeat(LineHash.PADDING)).getBytes(ISO_8859_1);
        return LineHash.of(bytes, 0, queueId.length()) ^ line.hostHash();
    }

    /**
     * Finds the arrival of a mail of Postfix.
     *
     * @param fresh whether a mail that took its origin from this queue id before must be another mail
     */
    Optional<Arrival> postfix(long key, String queueId, LogTime time, LogCalendar calendar, boolean fresh) {
        if ((fresh && origins.isUsed(key)) || !origins.find(key, found) || !SyslogHeader.read(found)) {
            return Optional.empty();
        }
        String text = found.text();
        if (!text.startsWith(queueId + ": ") || (isShort(queueId) && isTooOld(time, calendar))) {
            return Optional.empty();
        }
        return PostfixArrival.read(text.substring(queueId.length() + 2));
    }

    private boolean isTooOld(LogTime time, LogCalendar calendar) {
        Optional<LogTime> then = LogTime.of(found, calendar);
        return then.isEmpty() || Math.abs(time.secondsSince(then.get())) > LONGEST_TRANSFER;
    }

    private static boolean isShort(String queueId) {
        return queueId.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'));
    }

    /** Finds the client of a mail that the process of a line handed to a filter. */
    Optional<Arrival> proxy(LogLine line, LogCalendar calendar) {
        Optional<LogTime> time = LogTime.of(line, calendar);
        if (time.isEmpty()
                || !origins.find(LineDispatch.proxyKey(line), found)
                || !SyslogHeader.read(found)
                || !found.text().startsWith(NO_QUEUE)
                || isTooOld(time.get(), calendar)) {
            return Optional.empty();
        }
        String process = found.latin(found.tagStart(), found.textStart());
        return process.equals(line.latin(line.tagStart(), line.textStart()))
                ? PostfixArrival.read(found.text().substring(NO_QUEUE.length()))
                : Optional.empty();
    }

    /** Finds the arrival of another mail of Sendmail. */
    Optional<Arrival> sendmail(long key, String queueId) {
        if (!origins.find(key, found)
                || !SyslogHeader.read(found)
                || !found.text().startsWith(queueId + ": ")) {
            return Optional.empty();
        }
        return SendmailArrival.read(found.text().substring(queueId.length() + 2))
                .map(SendmailArrival::arrival);
    }

    /** Finds the arrival of another mail of Exim in the log of a line. */
    Optional<Arrival> exim(String id, LogLine line) {
        if (!origins.find(key(id, line), found)) {
            return Optional.empty();
        }
        String text = found.latin(found.start(), found.end());
        int at = text.indexOf(id + " <= ");
        return at < 0
                ? Optional.empty()
                : EximArrival.read(text, at + id.length() + 4).map(EximArrival::arrival);
    }

    /** Finds the login of a mail of Sendmail: a line with its queue id, or with the process of its line. */
    @Nullable
    String sendmailLogin(long key, LogLine line, Arrival arrival) {
        String login = login(LineDispatch.loginKey(key), arrival);
        if (login != null) {
            return login;
        }
        long process = LineHash.of(line.bytes(), line.tagEnd(), line.textStart()) ^ line.hostHash();
        return login(LineDispatch.loginKey(process), arrival);
    }

    private @Nullable String login(long key, Arrival arrival) {
        if (!origins.find(key, found) || !SyslogHeader.read(found)) {
            return null;
        }
        String text = found.text();
        int from = text.startsWith("AUTH=") ? 0 : text.indexOf(": ") + 2;
        return SendmailArrival.login(text.substring(from), arrival);
    }
}
