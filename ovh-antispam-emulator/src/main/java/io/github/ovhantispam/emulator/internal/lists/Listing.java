package io.github.ovhantispam.emulator.internal.lists;

import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Responses with lists: identifiers as the schema has it, or whole objects by page when the pagination headers ask for
 * them.
 */
public final class Listing {

    private final ApiSettings settings;
    private final Responses responses;

    public Listing(ApiSettings settings, Responses responses) {
        this.settings = settings;
        this.responses = responses;
    }

    public <T> HttpResponse respond(Call call, List<T> items, ListView<T> view) {
        HttpHeaders headers = call.request().headers();
        Optional<PageRequest> asked = PageRequest.from(headers, settings);
        if (asked.isEmpty()) {
            return responses.ok(array(items, view.id()));
        }
        PageRequest page = asked.get();
        List<T> chosen = sorted(filtered(items, view, headers), view, headers);
        int from = (int) Math.min(page.offset(), chosen.size());
        int to = (int) Math.min((long) from + page.size(), chosen.size());
        HttpResponse response = responses.ok(array(chosen.subList(from, to), view.object()));
        if (!page.byCursor()) {
            return response.with("X-Pagination-Elements", String.valueOf(chosen.size()));
        }
        return to < chosen.size() ? response.with("X-Pagination-Cursor-Next", new Cursor(to).text()) : response;
    }

    private static <T> List<T> filtered(List<T> items, ListView<T> view, HttpHeaders headers) {
        Optional<String> header = headers.first("X-Pagination-Filter");
        if (header.isEmpty()) {
            return items;
        }
        List<ListFilter> filters = ListFilter.parse(header.get());
        return items.stream()
                .filter(item -> filters.stream()
                        .allMatch(filter -> filter.accepts(view.field().apply(item, filter.field()))))
                .toList();
    }

    private static <T> List<T> sorted(List<T> items, ListView<T> view, HttpHeaders headers) {
        Optional<String> field = headers.first("X-Pagination-Sort");
        if (field.isEmpty()) {
            return items;
        }
        boolean descending =
                headers.first("X-Pagination-Sort-Order").orElse("ASC").equalsIgnoreCase("DESC");
        Comparator<String> order = descending ? FieldOrder.INSTANCE.reversed() : FieldOrder.INSTANCE;
        // With the values as they are now: one that changes while it is sorted by would be in no order at all.
        return items.stream()
                .map(item -> Map.entry(view.field().apply(item, field.get()).orElse(""), item))
                .sorted(Map.Entry.comparingByKey(order))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <T> JsonValue array(List<T> items, Function<T, JsonValue> shown) {
        return json -> {
            json.writeStartArray();
            for (T item : items) {
                shown.apply(item).writeTo(json);
            }
            json.writeEndArray();
        };
    }
}
