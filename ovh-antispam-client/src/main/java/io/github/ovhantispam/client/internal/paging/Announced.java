package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a response does not hold, as its headers announce it.
 *
 * @param total the number of elements of the list; null when it is not announced. {@code 0} counts as not announced,
 *     since servers write it where they have not counted
 * @param cursor the cursor of the next page; null when no cursor is announced
 */
record Announced(@Nullable Long total, @Nullable String cursor) {

    /**
     * However it is written: with leading zeros, as a fraction of none, or by several servers on the way, with commas.
     */
    private static final Pattern TOTAL = Pattern.compile("\\+?0*([0-9]{1,18})(?:\\.0+)?");

    private static final Pattern CURSOR = Pattern.compile("[\\x20-\\x7e]{1,4096}");

    /**
     * Reads the headers of a response.
     *
     * @throws UnexpectedResponseException when its cursor cannot be sent back
     */
    static Announced by(ApiResponse<?> response) {
        String cursor = response.headers().get("X-Pagination-Cursor-Next");
        if (cursor != null && !cursor.isEmpty() && !CURSOR.matcher(cursor).matches()) {
            throw response.unexpected(
                    "the cursor of the next page is not printable ASCII text of at most 4096 characters");
        }
        return new Announced(
                total(response.headers().values("X-Pagination-Elements")),
                cursor == null || cursor.isEmpty() ? null : cursor);
    }

    /** The largest of several totals: which of them is true, the list itself has to show. */
    private static @Nullable Long total(List<String> values) {
        long most = values.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(value -> TOTAL.matcher(value.strip()))
                .filter(Matcher::matches)
                .mapToLong(total -> Long.parseLong(total.group(1)))
                .max()
                .orElse(0);
        return most == 0 ? null : most;
    }

    /** Returns true when a response of so many elements, requested as the whole list, may lack some of it. */
    boolean doubts(int elements) {
        return cursor != null || (total != null && total != elements);
    }
}
