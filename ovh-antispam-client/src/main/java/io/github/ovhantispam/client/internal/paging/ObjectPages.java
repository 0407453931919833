package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.ApiResponse;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list of whole objects, page by page; or, from a server that responds with ids all the same, the objects read by
 * their ids.
 *
 * <p>When it ends is up to {@link Completeness}. What a page held is delivered before the failure that it led to, and a
 * list that has to be read again from its start delivers what it had not delivered yet.
 */
public final class ObjectPages<K, T> implements Iterator<List<T>> {

    private final Calls calls;
    private final ListEndpoint<K, T> listing;
    private final ElementReader<K, T> details;
    private final boolean repeats;
    private final Completeness<K> completeness;

    private int number;
    private @Nullable String cursor;
    private boolean ended;
    private List<K> ids = List.of();
    private @Nullable List<T> next;
    private @Nullable RuntimeException failure;

    private ObjectPages(Calls calls, ListEndpoint<K, T> listing, ElementReader<K, T> details, boolean repeats) {
        this.calls = calls;
        this.listing = listing;
        this.details = details;
        this.repeats = repeats;
        this.completeness = new Completeness<>();
    }

    /** A list that begins with its first page, and has each element once: as it is listed first. */
    static <K, T> ObjectPages<K, T> once(Calls calls, ListEndpoint<K, T> listing, ElementReader<K, T> details) {
        return new ObjectPages<>(calls, listing, details, false);
    }

    /** A list that has an element as often as the server lists it: it may have changed in between. */
    public static <K, T> ObjectPages<K, T> asListed(
            Calls calls, ListEndpoint<K, T> listing, ElementReader<K, T> details) {
        return new ObjectPages<>(calls, listing, details, true);
    }

    /** Returns the headers that ask for a page of whole objects. */
    public static Map<String, String> headers(int number, int size) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Pagination-Mode", "CachedObjectList-Pages");
        headers.put("X-Pagination-Number", Integer.toString(number));
        headers.put("X-Pagination-Size", Integer.toString(size));
        if (number == 1) {
            headers.put("Pragma", "no-cache"); // the server keeps lists; the first page makes it look anew
        }
        return headers;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (ids.isEmpty() && failure != null) {
                throw failure; // also when asked again: to go on after a gap would be silently short
            }
            if (ids.isEmpty() && ended) {
                return false;
            }
            try {
                List<T> page = ids.isEmpty() ? nextPage() : nextOfIds();
                next = page.isEmpty() ? null : page;
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        return true;
    }

    @Override
    public List<T> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        List<T> page = next;
        next = null;
        return page;
    }

    private List<T> nextPage() {
        number++;
        Map<String, String> headers = headers(number, calls.options().pageSize());
        if (cursor != null) {
            headers.put("X-Pagination-Cursor", cursor);
        }
        ApiResponse<List<IdOrObject<T>>> response = calls.read(listing.page(headers));
        List<T> fresh = new ArrayList<>();
        List<K> freshIds = new ArrayList<>();
        try {
            for (IdOrObject<T> element : response.value()) {
                T whole = element.whole();
                K key = whole == null ? key(response, String.valueOf(element.id())) : listing.key(whole);
                String problem = listing.problem(key);
                if (problem != null) {
                    throw response.unexpected(problem);
                }
                boolean isNew = completeness.add(key);
                if (whole != null && (isNew || repeats)) {
                    fresh.add(whole);
                } else if (isNew) {
                    freshIds.add(key);
                }
            }
            turn(response);
        } catch (UnexpectedResponseException e) {
            failure = e; // thrown after what was read before it
        }
        ids = List.copyOf(freshIds);
        return List.copyOf(fresh);
    }

    private void turn(ApiResponse<List<IdOrObject<T>>> response) {
        boolean onlyIds = response.value().stream().allMatch(element -> element.whole() == null);
        switch (completeness.endOfPage(
                response,
                onlyIds ? Completeness.Content.IDS : Completeness.Content.OBJECTS,
                calls.options().pageSize())) {
            case PAGE -> cursor = completeness.cursor();
            case FIRST_PAGE -> {
                number = 0;
                cursor = null;
            }
            case NOTHING -> ended = true;
        }
    }

    private K key(ApiResponse<?> response, String id) {
        try {
            return listing.key(id);
        } catch (IllegalArgumentException e) {
            throw response.unexpected("the list has an invalid id: " + e.getMessage());
        }
    }

    private List<T> nextOfIds() {
        int count = Math.min(details.together(), ids.size());
        ElementReader.Fetched<T> fetched = details.read(ids.subList(0, count));
        ids = ids.subList(count, ids.size());
        if (fetched.failure() != null) {
            failure = fetched.failure(); // thrown after what was read before it
            ids = List.of();
        }
        return fetched.elements();
    }
}
