package io.github.ovhantispam.cli.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The days that a report covers: some whole days of one time zone, up to the moment of reading.
 *
 * @param end the moment of reading
 * @param days how many days, the last one included, from 1 to 90
 * @param zone the zone that the days and all times of the report are in
 */
public record ReportPeriod(Instant end, int days, ZoneId zone) {

    /** The most days that a chart can show on a phone. */
    public static final int MOST_DAYS = 90;

    /** Checks the number of days. */
    public ReportPeriod {
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(zone, "zone");
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days: not from 1 to " + MOST_DAYS + ": " + days);
        }
    }

    /** Returns the beginning of the first day. */
    public Instant start() {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** Returns the first day. */
    public LocalDate firstDay() {
        return lastDay().minusDays(days - 1L);
    }

    /** Returns the day of the reading. */
    public LocalDate lastDay() {
        return end.atZone(zone).toLocalDate();
    }
}
