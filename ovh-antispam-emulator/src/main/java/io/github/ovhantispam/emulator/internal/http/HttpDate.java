package io.github.ovhantispam.emulator.internal.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Dates as HTTP headers write them. */
public final class HttpDate {

    private HttpDate() {}

    /** Writes a date. */
    public static String of(Instant instant) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
        // The JDK's format leaves the zero out of "06", HTTP requires it.
        return text.charAt(6) == ' ' ? text.substring(0, 5) + '0' + text.substring(5) : text;
    }
}
