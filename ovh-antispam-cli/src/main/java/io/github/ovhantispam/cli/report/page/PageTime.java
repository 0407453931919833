package io.github.ovhantispam.cli.report.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a page shows them: in one zone, with their offset, the same in every locale. */
final class PageTime {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter MACHINE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int LAST_YEAR = 9999;

    private final ZoneId zone;

    PageTime(ZoneId zone) {
        this.zone = zone;
    }

    /** Writes an instant. One that no calendar on a wall will ever show is "never" or "long ago". */
    void write(Html html, Instant instant) {
        if (isOnACalendar(instant)) {
            ZonedDateTime time = instant.atZone(zone);
            html.element("time", SHOWN.format(time), "datetime", MACHINE.format(time));
        } else {
            html.text(instant.getEpochSecond() > 0 ? "never" : "long ago");
        }
    }

    /** Returns true for the years of four digits. */
    boolean isOnACalendar(Instant instant) {
        try {
            int year = instant.atZone(zone).getYear();
            return year >= 1 && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false; // beyond what a local date can hold
        }
    }

    static void write(Html html, LocalDate date) {
        html.element("time", date.toString(), "datetime", date.toString());
    }

    String zoneName() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
