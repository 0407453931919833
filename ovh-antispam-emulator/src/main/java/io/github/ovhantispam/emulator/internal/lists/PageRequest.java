package io.github.ovhantispam.emulator.internal.lists;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The page that the pagination headers of a request ask for.
 *
 * @param byCursor whether pages are found by cursor instead of by number
 * @param offset how many elements come before the page
 * @param size how many elements the page has at most
 */
record PageRequest(boolean byCursor, long offset, int size) {

    private static final int USUAL_SIZE = 1000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** Empty when the request asks for identifiers, or for a kind of pages that is switched off. */
    static Optional<PageRequest> from(HttpHeaders headers, ApiSettings settings) {
        String mode = headers.first("X-Pagination-Mode").orElse("");
        boolean byCursor = mode.equals("CachedObjectList-Cursor") && settings.cursors();
        boolean byNumber = mode.equals("CachedObjectList-Pages") && settings.pages();
        if (!byCursor && !byNumber) {
            return Optional.empty();
        }
        int size = Math.min(number(headers, "X-Pagination-Size", USUAL_SIZE), settings.largestPage());
        if (byCursor) {
            return Optional.of(new PageRequest(true, cursor(headers), size));
        }
        long page = number(headers, "X-Pagination-Number", 1);
        return Optional.of(new PageRequest(false, (page - 1) * size, size));
    }

    private static int number(HttpHeaders headers, String name, int otherwise) {
        Optional<String> text = headers.first(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(text.get()).matches() || Integer.parseInt(text.get()) == 0) {
            throw Parameters.invalid(name, text.get(), "a number from 1");
        }
        return Integer.parseInt(text.get());
    }

    private static long cursor(HttpHeaders headers) {
        Optional<String> text = headers.first("X-Pagination-Cursor");
        return text.isEmpty()
                ? 0
                : Cursor.parse(text.get())
                        .orElseThrow(() -> ApiException.badRequest("[X-Pagination-Cursor] This cursor is not valid"))
                        .offset();
    }
}
