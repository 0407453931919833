package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.Outcome.Answer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A list of ids: all of them in one answer, or in as many as the server announces cursors for. */
final class Ids<K> implements Iterator<List<K>> {

    private final Calls calls;
    private final Route route;
    private final Request<K> request;
    private final Set<K> seen = new HashSet<>();

    private int number;
    private @Nullable String cursor;
    private boolean ended;
    private List<K> next = List.of();
    private @Nullable RuntimeException failure;

    Ids(Calls calls, Route route, Request<K> request) {
        this.calls = calls;
        this.route = route;
        this.request = request;
    }

    /** Asks for ids, given the headers of a page. */
    @FunctionalInterface
    interface Request<K> {
        Call<List<K>> create(Map<String, String> headers, Attempt attempt);
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
        number++;
        Map<String, String> headers = cursor == null ? Map.of() : Map.of("X-Pagination-Cursor", cursor);
        Answer<List<K>> answer = calls.read(route, attempt -> request.create(headers, attempt));
        Set<K> fresh = new LinkedHashSet<>(answer.value());
        boolean first = number == 1;
        try {
            cursor = Pages.cursorNext(route, answer);
            ended = cursor == null || fresh.isEmpty();
        } catch (UnexpectedResponseException e) {
            failure = e; // thrown after what is on this page
        }
        if (first && ended) {
            return List.copyOf(fresh); // as a rule: no need to remember what cannot come again
        }
        boolean empty = fresh.isEmpty();
        fresh.removeIf(id -> !seen.add(id));
        if (fresh.isEmpty() && !empty) {
            throw Pages.repeated(route, number);
        }
        return List.copyOf(fresh);
    }
}
