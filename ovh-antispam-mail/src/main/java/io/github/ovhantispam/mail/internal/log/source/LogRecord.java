package io.github.ovhantispam.mail.internal.log.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a record that make a line. Those of the journal are put together; a line that is kept whole is taken as
 * it is. Line ends inside a field become spaces, since they are anybody's text.
 */
final class LogRecord {

    /** A line that another program kept whole: Docker, and those that ship logs. */
    private static final String LOG = "log";

    private static final String MESSAGE = "message";
    private static final String JOURNAL_MESSAGE = "MESSAGE";
    private static final String TIME = "__REALTIME_TIMESTAMP";
    private static final String HOST = "_HOSTNAME";
    private static final String NAME = "SYSLOG_IDENTIFIER";
    private static final String PROCESS = "SYSLOG_PID";
    private static final String REAL_PROCESS = "_PID";
    private static final Set<String> WANTED =
            Set.of(LOG, MESSAGE, JOURNAL_MESSAGE, TIME, HOST, NAME, PROCESS, REAL_PROCESS);
    private static final long MICROS = 1_000_000;

    private final Map<String, String> fields = new HashMap<>();

    static boolean isWanted(String name) {
        return WANTED.contains(name);
    }

    /** Keeps a field, one character a byte. */
    void put(String name, String latin) {
        fields.putIfAbsent(name, latin);
    }

    /** Returns the line with its end; empty when the record holds none. */
    byte[] line() {
        String line = fields.containsKey(JOURNAL_MESSAGE) ? ofJournal() : kept();
        return line.isEmpty() ? new byte[0] : (oneLine(line) + '\n').getBytes(StandardCharsets.ISO_8859_1);
    }

    private String kept() {
        return fields.getOrDefault(LOG, fields.getOrDefault(MESSAGE, ""));
    }

    private String ofJournal() {
        String process = fields.getOrDefault(PROCESS, fields.getOrDefault(REAL_PROCESS, "0"));
        try {
            long micros = Long.parseLong(fields.getOrDefault(TIME, ""));
            Instant time = Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000);
            return time + " " + word(fields.getOrDefault(HOST, "localhost")) + ' '
                    + word(fields.getOrDefault(NAME, "unknown")) + '[' + word(process) + "]: "
                    + fields.getOrDefault(JOURNAL_MESSAGE, "");
        } catch (NumberFormatException | DateTimeException e) {
            return ""; // a record without its time is no line of a log
        }
    }

    private static String word(String text) {
        return text.isEmpty() ? "-" : text.replace(' ', '_').replace('[', '_').replace(':', '_');
    }

    private static String oneLine(String text) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return whole.replace('\n', ' ').replace('\r', ' ');
    }
}
