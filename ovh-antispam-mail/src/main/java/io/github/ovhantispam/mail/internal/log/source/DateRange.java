package io.github.ovhantispam.mail.internal.log.source;

import io.github.ovhantispam.mail.internal.log.line.LogCalendar;
import io.github.ovhantispam.mail.internal.log.line.LogLine;
import io.github.ovhantispam.mail.internal.log.line.LogTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A time of interest.
 *
 * @param from its beginning, if it has one
 * @param to its end, if it has one
 */
public record DateRange(Optional<Instant> from, Optional<Instant> to) {

    /** All time. */
    public static final DateRange ALL = new DateRange(Optional.empty(), Optional.empty());

    /** Clocks, zones and files that were copied. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private static final int HEAD = 64 * 1024;

    /** Returns whether a file may hold lines of this time; of a doubtful one it is said that it may. */
    public boolean mayHold(LogSource file, ZoneId zone) throws IOException {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        Instant end;
        try {
            end = file.end();
        } catch (NoSuchFileException e) {
            return true; // whoever opens it will say so
        }
        if (from.isPresent() && end.plus(MARGIN).isBefore(from.get())) {
            return false;
        }
        return to.isEmpty()
                || begin(file, zone, end)
                        .map(first -> !first.minus(MARGIN).isAfter(to.get()))
                        .orElse(true);
    }

    private static Optional<Instant> begin(LogSource file, ZoneId zone, Instant end) {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(HEAD);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads it will say so
        }
        int lineEnd = 0;
        while (lineEnd < head.length && head[lineEnd] != '\n') {
            lineEnd++;
        }
        LogCalendar calendar = new LogCalendar(zone);
        Optional<LogTime> time = LogTime.ofFirst(new LogLine().at(head, 0, lineEnd), calendar);
        calendar.endBy(end);
        return time.map(LogTime::instant);
    }
}
