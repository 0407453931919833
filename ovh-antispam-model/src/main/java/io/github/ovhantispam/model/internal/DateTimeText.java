package io.github.ovhantispam.model.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** A date and time as the API prints it, such as {@code 2022-08-29T17:42:50+01:00}. */
public final class DateTimeText {

    /** Seconds are always printed, which {@link OffsetDateTime#toString()} does not do, and UTC is {@code +00:00}. */
    private static final DateTimeFormatter PRINTED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM:ss", "+00:00")
            .toFormatter(Locale.ROOT);

    private DateTimeText() {}

    /**
     * Prints a date and time.
     *
     * @param dateTime any date and time
     * @return ISO 8601 with seconds and an offset in digits
     */
    public static String of(OffsetDateTime dateTime) {
        return PRINTED.format(dateTime);
    }
}
