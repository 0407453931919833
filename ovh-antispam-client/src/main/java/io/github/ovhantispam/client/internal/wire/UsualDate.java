package io.github.ovhantispam.client.internal.wire;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date as the API writes all of its dates: {@code 2014-04-24T17:00:00+02:00}. The model reads the other forms, by a
 * formatter that needs 3 KB for each.
 */
final class UsualDate {

    private static final String FORM = "0000-00-00T00:00:00+00:00";

    private UsualDate() {}

    /** Returns the date, or null when it is not written as usual. */
    static @Nullable OffsetDateTime of(String text) {
        if (!hasForm(text)) {
            return null;
        }
        int offset = (number(text, 20, 22) * 60 + number(text, 23, 25)) * 60;
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19));
            return time.atOffset(ZoneOffset.ofTotalSeconds(text.charAt(19) == '-' ? -offset : offset));
        } catch (DateTimeException e) {
            return null; // no such day, time or offset, which the model says better
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length() || text.charAt(23) > '5') {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            char form = FORM.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form && !(form == '+' && c == '-')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
