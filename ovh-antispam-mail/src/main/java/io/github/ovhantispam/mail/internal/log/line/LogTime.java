package io.github.ovhantispam.mail.internal.log.line;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of a line, which may have to wait for its year until the log has been read. */
public final class LogTime {

    private static final int[] DAYS_BEFORE = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int DAY = 86_400;
    private static final int LONGEST = 48;

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
        int at = 0;
        if (line.length() > 3 && line.byteAt(0) == '<') {
            while (at < line.length() && line.byteAt(at) != '>') {
                at++;
            }
            at++;
        }
        if (at + 2 < line.length() && line.byteAt(at) == '1' && line.byteAt(at + 1) == ' ') {
            at += 2;
        }
        int from = line.start() + Math.min(at, line.length());
        String text = line.latin(from, Math.min(line.end(), from + LONGEST));
        try {
            return text.length() > 15 && text.charAt(3) == ' ' ? classic(text, calendar) : iso(text, calendar);
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<LogTime> classic(String text, LogCalendar calendar) {
        int month = Months.of(text.substring(0, 3).getBytes(StandardCharsets.ISO_8859_1), 0);
        int from = text.charAt(4) == ' ' ? 5 : 4;
        int clock = text.indexOf(' ', from) + 1;
        int day = number(text, from, clock - 1);
        if (month == 0 || day < 1 || day > 31) {
            return Optional.empty();
        }
        return Optional.of(new LogTime(calendar, null, month, day, second(text, clock)));
    }

    private static Optional<LogTime> iso(String text, LogCalendar calendar) {
        LocalDateTime local = LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), 0, 0)
                .plusSeconds(second(text, 11));
        int at = 19;
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int from = ++at;
            while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0 && at - from < 9) {
                at++;
            }
            String fraction = (text.substring(from, at) + "000000000").substring(0, 9);
            local = local.plusNanos(number(fraction, 0, 9));
        }
        return Optional.of(new LogTime(calendar, instant(local, text.substring(at), calendar), 1, 1, 0));
    }

    /** The zone comes at once, or after a space as Exim writes it, or not at all. */
    private static Instant instant(LocalDateTime local, String rest, LogCalendar calendar) {
        if (rest.startsWith("Z")) {
            return local.toInstant(ZoneOffset.UTC);
        }
        String zone = rest.startsWith(" ") ? rest.substring(1) : rest;
        if (zone.length() > 4 && (zone.charAt(0) == '+' || zone.charAt(0) == '-')) {
            int minutes = zone.charAt(3) == ':' ? 4 : 3;
            int offset = number(zone, 1, 3) * 60 + number(zone, minutes, minutes + 2);
            ZoneOffset itsOwn = ZoneOffset.ofTotalSeconds((zone.charAt(0) == '-' ? -60 : 60) * offset);
            return OffsetDateTime.of(local, itsOwn).toInstant();
        }
        return local.atZone(calendar.zone()).toInstant();
    }

    private static int second(String text, int clock) {
        int hour = number(text, clock, clock + 2);
        int minute = number(text, clock + 3, clock + 5);
        int second = number(text, clock + 6, clock + 8);
        if (hour > 23 || minute > 59 || second > 60) {
            throw new DateTimeException("no time of a day");
        }
        return hour * 3600 + minute * 60 + second;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("no number");
            }
            number = number * 10 + digit;
        }
        return number;
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
