package io.github.ovhantispam.model;

import io.github.ovhantispam.model.internal.PrintableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of the API's JSON: turns its wire form into a value, and names the field when that cannot be done. */
record WireField(String name) {

    /** Made when a date is first read here, since a formatter takes long to make. */
    private static final class Dates {

        /** Offsets in any ISO 8601 form. A date without an offset is refused: no zone is guessed. */
        private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendPattern("[XXXXX][XXX][XX][X]")
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    <T> T read(@Nullable String text, Function<String, T> reader) {
        try {
            return reader.apply(required(text));
        } catch (IllegalArgumentException e) {
            throw text == null ? e : new IllegalArgumentException(name + " is " + e.getMessage(), e);
        }
    }

    OffsetDateTime dateTime(@Nullable String text) {
        try {
            return OffsetDateTime.parse(required(text), Dates.READ);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " is not an ISO 8601 date and time with an offset: \""
                            + PrintableText.of(Objects.requireNonNull(text)) + '"',
                    e);
        }
    }

    Instant epochSeconds(@Nullable Long seconds) {
        try {
            return Instant.ofEpochSecond(required(seconds));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is out of range: " + seconds, e);
        }
    }

    Instant wholeSeconds(Instant instant) {
        if (!Objects.requireNonNull(instant, name)
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(instant)) {
            throw new IllegalArgumentException(name + " is not in whole seconds: " + instant);
        }
        return instant;
    }

    long notNegative(@Nullable Long number) {
        long value = required(number);
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
        return value;
    }

    <T> List<T> list(@Nullable List<? extends @Nullable T> elements) {
        if (elements == null) {
            return List.of();
        }
        for (T element : elements) {
            if (element == null) {
                throw new IllegalArgumentException(name + " has a null element");
            }
        }
        return List.copyOf(elements);
    }
}
