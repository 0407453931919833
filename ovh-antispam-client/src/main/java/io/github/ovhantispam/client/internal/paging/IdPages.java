package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
import io.github.ovhantispam.client.internal.call.Calls;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A list of ids: all of them in one response, or in as many as the server announces cursors for. */
final class IdPages<K> implements Iterator<List<K>> {

    private final Calls calls;
    private final IdListEndpoint<K, ?> endpoint;
    private final Completeness<K> completeness;

    private @Nullable String cursor;
    private boolean ended;
    private List<K> next = List.of();
    private @Nullable RuntimeException failure;

    IdPages(Calls calls, IdListEndpoint<K, ?> endpoint) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.completeness = new Completeness<>();
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty()) {
            if (failure != null) {
                throw failure; // also when asked again: to go on after a gap would be silently short
            }
            if (ended) {
                return false;
            }
            try {
                next = nextPage();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        return true;
    }

    @Override
    public List<K> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<K> page = next;
        next = List.of();
        return page;
    }

    private List<K> nextPage() {
        Map<String, String> headers = cursor == null ? Map.of() : Map.of("X-Pagination-Cursor", cursor);
        ApiResponse<List<K>> response = calls.read(endpoint.ids(headers));
        List<K> fresh = new ArrayList<>();
        try {
            for (K key : response.value()) {
                String problem = endpoint.problem(key);
                if (problem != null) {
                    throw response.unexpected(problem);
                }
                if (completeness.add(key)) {
                    fresh.add(key);
                }
            }
            switch (completeness.endOfPage(response, Completeness.Content.PLAIN_IDS, Integer.MAX_VALUE)) {
                case PAGE -> cursor = completeness.cursor();
                case FIRST_PAGE -> cursor = null;
                case NOTHING -> ended = true;
            }
        } catch (UnexpectedResponseException e) {
            failure = e; // thrown after what was read before it
        }
        return List.copyOf(fresh);
    }
}
