package io.github.ovhantispam.emulator.internal.routes;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the API writes them: seconds always, and a numeric offset always. */
final class DateText {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private DateText() {}

    static String of(OffsetDateTime date) {
        int year = date.getYear();
        if (year < 1000 || year > 9999 || date.getOffset().getTotalSeconds() != 0) {
            return FORMAT.format(date);
        }
        // The usual form needs no formatter, which took a thirtieth of the memory that a request allocates.
        StringBuilder text = new StringBuilder(25).append(year);
        addTwoDigits(text.append('-'), date.getMonthValue());
        addTwoDigits(text.append('-'), date.getDayOfMonth());
        addTwoDigits(text.append('T'), date.getHour());
        addTwoDigits(text.append(':'), date.getMinute());
        addTwoDigits(text.append(':'), date.getSecond());
        return text.append("+00:00").toString();
    }

    private static void addTwoDigits(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
