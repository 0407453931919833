package io.github.ovhantispam.emulator.internal.lists;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.routing.Target;
import io.github.ovhantispam.emulator.internal.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One condition of {@code X-Pagination-Filter}, such as {@code state:eq=unblocked}. */
final class ListFilter {

    private static final Pattern CONDITION = Pattern.compile("([^:=]+):(eq|ne|lt|gt|like|in)=(.*)", Pattern.DOTALL);

    private final String field;
    private final Predicate<String> condition;

    private ListFilter(String field, Predicate<String> condition) {
        this.field = field;
        this.condition = condition;
    }

    /** Reads the conditions of a header; one without any, as the vendor's console sends it, has none. */
    static List<ListFilter> parse(String header) {
        List<ListFilter> filters = new ArrayList<>();
        for (String condition : header.split("&", -1)) {
            if (!condition.isBlank()) {
                filters.add(parseOne(condition.trim()));
            }
        }
        return filters;
    }

    private static ListFilter parseOne(String text) {
        Matcher matcher = CONDITION.matcher(text);
        String field = matcher.matches() ? Target.decode(matcher.group(1), false) : null;
        String value = field == null ? null : Target.decode(matcher.group(3), false);
        if (field == null || value == null) {
            throw ApiException.badRequest("[X-Pagination-Filter] This filter is not valid: " + Excerpt.of(text));
        }
        return new ListFilter(field, condition(matcher.group(2), matcher.group(3), value));
    }

    private static Predicate<String> condition(String operator, String encoded, String value) {
        return switch (operator) {
            case "eq" -> value::equals;
            case "ne" -> text -> !text.equals(value);
            case "lt" -> text -> FieldOrder.INSTANCE.compare(text, value) < 0;
            case "gt" -> text -> FieldOrder.INSTANCE.compare(text, value) > 0;
            case "in" -> elements(encoded, value)::contains;
            default -> LikePattern.of(value)::matches;
        };
    }

    /** Commas may be encoded like the rest; only where some are not do the encoded ones belong to an element. */
    private static List<String> elements(String encoded, String value) {
        if (!encoded.contains(",")) {
            return List.of(value.split(",", -1));
        }
        List<String> elements = new ArrayList<>();
        for (String element : encoded.split(",", -1)) {
            String decoded = Target.decode(element, false);
            if (decoded == null) {
                throw ApiException.badRequest("[X-Pagination-Filter] This filter is not valid: " + Excerpt.of(element));
            }
            elements.add(decoded);
        }
        return elements;
    }

    String field() {
        return field;
    }

    boolean accepts(Optional<String> actual) {
        return condition.test(actual.orElse(""));
    }
}
