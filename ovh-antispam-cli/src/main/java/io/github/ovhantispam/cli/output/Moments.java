package io.github.ovhantispam.cli.output;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Moments in one time zone, printed with its offset. */
public final class Moments {

    private static final DateTimeFormatter PEOPLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter PROGRAMS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final ZoneId zone;

    /** Uses a time zone. */
    public Moments(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns a moment for people, such as {@code 2026-01-01 12:00:00+01:00}. */
    public String text(Instant moment) {
        return PEOPLE.format(ZonedDateTime.ofInstant(moment, zone));
    }

    /** Returns a moment for programs, such as {@code 2026-01-01T12:00:00+01:00}. */
    public String json(Instant moment) {
        return PROGRAMS.format(ZonedDateTime.ofInstant(moment, zone));
    }

    /**
     * Reads a day, or a day and a time, in this time zone unless it has an offset.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public Instant parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            TemporalAccessor parsed = iso.contains("T")
                    ? DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)
                    : LocalDate.parse(iso).atStartOfDay();
            return parsed instanceof OffsetDateTime moment
                    ? moment.toInstant()
                    : LocalDateTime.from(parsed).atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "not a day such as 2026-01-31 or a moment such as 2026-01-31T08:30+01:00: " + Printable.of(text),
                    e);
        }
    }
}
