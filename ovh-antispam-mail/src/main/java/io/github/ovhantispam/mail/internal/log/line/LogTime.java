package io.github.ovhantispam.mail.internal.log.line;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of a line, which may have to wait for its year until the log has been read. */
public final class LogTime {

    private static final int[] DAYS_BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAY = 86_400;

    private final LogCalendar calendar;
    private final @Nullable Instant instant;
    private final int turn;
    private final int month;
    private final int day;
    private final int second;

    private LogTime(LogCalendar calendar, @Nullable Instant instant, int month, int day, int second) {
        this.calendar = calendar;
        this.instant = instant;
        this.turn = calendar.turns();
        this.month = month;
        this.day = day;
        this.second = second;
    }

    /** Returns the time at the beginning of a line, or nothing when there is none. */
    public static Optional<LogTime> of(LogLine line, LogCalendar calendar) {
        Stamp stamp = line.stamp();
        if (!stamp.read(line.bytes(), SyslogHeader.timeStart(line), line.end())) {
            return Optional.empty();
        }
        if (stamp.isYearless()) {
            boolean valid = stamp.day() > 0 && stamp.day() <= 31 && stamp.secondOfDay() >= 0;
            return valid
                    ? Optional.of(new LogTime(calendar, null, stamp.month(), stamp.day(), stamp.secondOfDay()))
                    : Optional.empty();
        }
        try {
            return Optional.of(new LogTime(calendar, instant(stamp, calendar), 1, 1, 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the time of the first line of a log, of which the calendar takes notice. */
    public static Optional<LogTime> ofFirst(LogLine line, LogCalendar calendar) {
        if (line.stamp().read(line.bytes(), SyslogHeader.timeStart(line), line.end())
                && line.stamp().isYearless()) {
            calendar.read(line.stamp().month(), 1);
        }
        return of(line, calendar);
    }

    private static Instant instant(Stamp stamp, LogCalendar calendar) {
        if (stamp.epoch() >= 0) {
            return Instant.ofEpochSecond(stamp.epoch(), stamp.nano());
        }
        if (stamp.secondOfDay() < 0) {
            throw new DateTimeException("no time of a day");
        }
        LocalDateTime local = LocalDate.of(stamp.year(), stamp.month(), stamp.day())
                .atStartOfDay()
                .plusSeconds(stamp.secondOfDay())
                .plusNanos(stamp.nano());
        if (stamp.offset() != Stamp.NO_OFFSET) {
            return local.toInstant(ZoneOffset.ofTotalSeconds(stamp.offset()));
        }
        calendar.readWithoutZone();
        return local.atZone(calendar.zone()).toInstant();
    }

    /** Returns when it was. Right only after the log has ended. */
    public Instant instant() {
        return instant != null ? instant : calendar.instant(turn, month, day, second);
    }

    /** Returns the seconds since an earlier line of the same log, which may be asked for at any time. */
    public long secondsSince(LogTime earlier) {
        if (instant != null && earlier.instant != null) {
            return instant.getEpochSecond() - earlier.instant.getEpochSecond();
        }
        return instant == null && earlier.instant == null ? seconds() - earlier.seconds() : 0;
    }

    private long seconds() {
        return (turn * 365L + DAYS_BEFORE[month] + day) * DAY + second;
    }
}
