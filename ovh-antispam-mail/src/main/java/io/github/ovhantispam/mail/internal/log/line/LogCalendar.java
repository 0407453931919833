package io.github.ovhantispam.mail.internal.log.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The years of a log that writes none. Lines are read in order; a month that lies before the last one begins another
 * year. Which year the last line belongs to is known at the end, and then so are all of them.
 */
public final class LogCalendar {

    private final ZoneId zone;
    private int turns;
    private int month;
    private int day = 1;
    private int lastYear = 1970;
    private boolean yearless;
    private boolean zoneless;

    public LogCalendar(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** Takes notice of the month of a line that has no year. */
    public void read(int newMonth, int newDay) {
        int step = newMonth - month;
        if (yearless && step == 11) {
            turns--; // lines of different programs change places around midnight
        } else if (yearless && step < -1) {
            turns++;
        }
        month = newMonth;
        day = newDay;
        yearless = true;
    }

    /** Returns whether any line was without a year. */
    public boolean isYearless() {
        return yearless;
    }

    /** Takes notice of a time that has a year but no zone. */
    void readWithoutZone() {
        zoneless = true;
    }

    /** Returns whether any time was read in the zone of this calendar. */
    public boolean isZoneless() {
        return yearless || zoneless;
    }

    int turns() {
        return turns;
    }

    /** Ends the log, with the year of its last line. */
    public void endIn(int year) {
        lastYear = year;
    }

    /** Ends the log, whose last line was written at a time or before. */
    public void endBy(Instant time) {
        LocalDateTime latest = LocalDateTime.ofInstant(time, zone).plusDays(1);
        boolean later = yearless && at(latest.getYear(), month, day).isAfter(latest);
        lastYear = latest.getYear() - (later ? 1 : 0);
    }

    Instant instant(int turn, int itsMonth, int itsDay, int second) {
        LocalDateTime local = at(lastYear - (turns - turn), itsMonth, itsDay).plusSeconds(second);
        return local.atZone(zone).toInstant();
    }

    private static LocalDateTime at(int year, int month, int day) {
        try {
            YearMonth in = YearMonth.of(year, month);
            return in.atDay(Math.max(1, Math.min(day, in.lengthOfMonth()))).atStartOfDay();
        } catch (DateTimeException e) {
            return LocalDateTime.of(1970, 1, 1, 0, 0); // a year that no log is of
        }
    }
}
