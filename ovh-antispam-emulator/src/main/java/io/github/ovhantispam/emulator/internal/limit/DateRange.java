package io.github.ovhantispam.emulator.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/**
 * The moments and durations that dates of four-digit years can express, which are those that HTTP and every client
 * understand. What is beyond them is refused where it is given, so that no response fails on it later.
 */
public final class DateRange {

    /** The first moment of a clock. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** The last moment of all. */
    public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration LONGEST = Duration.between(EARLIEST, LATEST);
    private static final Duration LONGEST_IN_REAL_TIME = Duration.ofDays(365);

    private DateRange() {}

    /** Returns a clock's moment, or refuses it. */
    public static Instant moment(String name, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException(name + ": not from 1970 to 9999: " + instant);
        }
        return instant;
    }

    /** Returns the nearest moment that a clock can show. */
    public static Instant nearest(Instant instant) {
        if (instant.isAfter(LATEST)) {
            return LATEST;
        }
        return instant.isBefore(EARLIEST) ? EARLIEST : instant;
    }

    /** Returns a clock that shows the nearest moment it can, whatever another one shows. */
    public static InstantSource within(InstantSource clock) {
        return () -> nearest(clock.instant());
    }

    /** Returns the moment a duration after another one, or the last of all where that would be later. */
    public static Instant later(Instant from, Duration by) {
        return by.compareTo(Duration.between(from, LATEST)) > 0 ? LATEST : from.plus(by);
    }

    /** Returns a date, or refuses it: its year has at most four digits. */
    public static OffsetDateTime date(String name, OffsetDateTime date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException(name + ": not from the year 0 to 9999: " + date);
        }
        return date;
    }

    /** Returns a duration that is neither negative nor longer than all dates, or refuses it. */
    public static Duration duration(String name, Duration duration) {
        return upTo(name, duration, LONGEST);
    }

    /** Returns a duration that somebody can wait for, up to a year, or refuses it. */
    public static Duration realTime(String name, Duration duration) {
        return upTo(name, duration, LONGEST_IN_REAL_TIME);
    }

    private static Duration upTo(String name, Duration duration, Duration longest) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + ": negative: " + duration);
        }
        if (duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException(name + ": longer than " + longest + ": " + duration);
        }
        return duration;
    }
}
