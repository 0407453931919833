package io.github.ovhantispam.client.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Date} of a response. Each response has one, and nearly all are written in the one form that RFC 9110 asks
 * for, which is read here: OkHttp's reader, which takes the others, needs 5 KB and some 60 classes for each.
 */
final class DateHeader {

    private static final String FORM = "Thu, 01 Jan 1970 00:00:00 GMT";
    private static final String DAYS = "ThuFriSatSunMonTueWed";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int SECONDS_PER_DAY = 24 * 60 * 60;

    private DateHeader() {}

    /** Returns the date, or null when there is none that can be read. */
    static @Nullable Instant in(Headers headers) {
        String text = headers.get("Date");
        Instant date = text == null ? null : fixed(text);
        return date == null && text != null ? headers.getInstant("Date") : date;
    }

    /** Reads a date from 1970 on: of those long before, it depends on the calendar which day is meant. */
    private static @Nullable Instant fixed(String text) {
        if (text.length() != FORM.length() || !hasForm(text)) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 12, 16),
                    month(text),
                    number(text, 5, 7),
                    number(text, 17, 19),
                    number(text, 20, 22),
                    number(text, 23, 25));
            long seconds = time.toEpochSecond(ZoneOffset.UTC);
            int day = (int) (seconds / SECONDS_PER_DAY % 7);
            return seconds >= 0 && DAYS.regionMatches(3 * day, text, 0, 3) ? Instant.ofEpochSecond(seconds) : null;
        } catch (DateTimeException e) {
            return null; // no such day or time
        }
    }

    /** Returns true when there are digits where the form has digits, a month, and all else is the same. */
    private static boolean hasForm(String text) {
        for (int i = 3; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean digit = FORM.charAt(i) >= '0' && FORM.charAt(i) <= '9';
            boolean month = i >= 8 && i < 11;
            if (digit ? c < '0' || c > '9' : !month && c != FORM.charAt(i)) {
                return false;
            }
        }
        return month(text) > 0;
    }

    private static int month(String text) {
        for (int month = 1; month <= MONTHS.length() / 3; month++) {
            if (MONTHS.regionMatches(3 * (month - 1), text, 8, 3)) {
                return month;
            }
        }
        return 0;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
