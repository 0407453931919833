package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of {@code X-Pagination-Filter}, such as {@code state:eq=unblocked}.
 *
 * @param field the field it looks at
 * @param operator {@code eq}, {@code ne}, {@code lt}, {@code gt}, {@code like} or {@code in}
 * @param value what it compares with, decoded
 */
record ListFilter(String field, String operator, String value) {

    private static final Pattern CONDITION = Pattern.compile("([A-Za-z.]+):(eq|ne|lt|gt|like|in)=(.*)", Pattern.DOTALL);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    static List<ListFilter> parse(String header) {
        List<ListFilter> filters = new ArrayList<>();
        for (String condition : header.split("&", -1)) {
            Matcher matcher = CONDITION.matcher(condition);
            String value = matcher.matches() ? Target.decode(matcher.group(3), false) : null;
            if (value == null) {
                throw ApiException.badRequest(
                        "[X-Pagination-Filter] This filter is not valid: " + Excerpt.of(condition));
            }
            filters.add(new ListFilter(matcher.group(1), matcher.group(2), value));
        }
        return filters;
    }

    boolean accepts(Optional<String> actual) {
        String text = actual.orElse("");
        return switch (operator) {
            case "eq" -> text.equals(value);
            case "ne" -> !text.equals(value);
            case "lt" -> compare(text, value) < 0;
            case "gt" -> compare(text, value) > 0;
            case "in" -> List.of(value.split(",", -1)).contains(text);
            default -> like(text);
        };
    }

    private boolean like(String text) {
        String bare = value.startsWith("%") && value.endsWith("%") && value.length() > 1
                ? value.substring(1, value.length() - 1)
                : value;
        return text.toLowerCase(Locale.ROOT).contains(bare.toLowerCase(Locale.ROOT));
    }

    static int compare(String left, String right) {
        return WHOLE_NUMBER.matcher(left).matches()
                        && WHOLE_NUMBER.matcher(right).matches()
                ? Long.compare(Long.parseLong(left), Long.parseLong(right))
                : left.compareTo(right);
    }
}
