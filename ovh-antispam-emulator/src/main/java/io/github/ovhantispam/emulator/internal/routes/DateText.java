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
        return FORMAT.format(date);
    }
}
