package io.github.ovhantispam.emulator.internal.json;

import io.github.ovhantispam.emulator.internal.text.Excerpt;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object somebody has written by hand: each mistake in it is told with its place. */
public final class JsonFields {

    private final String place;
    private final Map<?, ?> fields;

    private JsonFields(String place, Map<?, ?> fields) {
        this.place = place;
        this.fields = fields;
    }

    public static JsonFields of(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            return new JsonFields(place, fields);
        }
        throw new IllegalArgumentException(place + ": not a JSON object");
    }

    /** Refuses every field but these. */
    public JsonFields only(String... known) {
        Set<String> names = Set.of(known);
        for (Object name : fields.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw wrong(Excerpt.of(String.valueOf(name)), "unknown field");
            }
        }
        return this;
    }

    public IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException(place + "." + name + ": " + what);
    }

    public Optional<String> text(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(name, "not a text");
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> wrong(name, "missing"));
    }

    public OptionalLong number(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value instanceof Long number) {
            return OptionalLong.of(number);
        }
        throw wrong(name, "not a whole number");
    }

    public long requiredNumber(String name) {
        return number(name).orElseThrow(() -> wrong(name, "missing"));
    }

    public Optional<Double> fraction(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        throw wrong(name, "not a number");
    }

    public Optional<Boolean> flag(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        throw wrong(name, "neither true nor false");
    }

    public Optional<OffsetDateTime> date(String name) {
        return text(name).map(text -> {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw wrong(name, "not a date with an offset, such as 2022-08-29T17:42:50+01:00");
            }
        });
    }

    public Instant epochSeconds(String name) {
        try {
            return Instant.ofEpochSecond(requiredNumber(name));
        } catch (DateTimeException e) {
            throw wrong(name, "not a number of seconds since 1970");
        }
    }

    public Map<?, ?> object(String name) {
        Object value = fields.get(name);
        return value == null ? Map.of() : of(place + "." + name, value).fields;
    }

    /** Returns the objects of a list, none when it is missing. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object value : elements(name)) {
            objects.add(of(place + "." + name + "[" + objects.size() + "]", value));
        }
        return objects;
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : elements(name)) {
            if (!(value instanceof String text)) {
                throw wrong(name, "not a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> elements(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> elements) {
            return elements;
        }
        throw wrong(name, "not a list");
    }

    /** Runs what names the field that it finds unfit, and says in which object that is. */
    public void within(Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + "." + e.getMessage(), e);
        }
    }

    /** Runs what may find a value unfit, and says where it was found. */
    public <T> T checked(String name, Function<String, T> reading) {
        String text = requiredText(name);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(place + "." + name + ": " + e.getMessage(), e);
        }
    }
}
