package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.Outcome.Answer;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A list of ids: all of them in one response, or in as many as the server announces cursors for. */
public final class IdPages<K> implements Iterator<List<K>> {

    private final Calls calls;
    private final Route route;
    private final Request<K> request;
    private final Completeness<K> completeness;

    private @Nullable String cursor;
    private boolean ended;
    private List<K> next = List.of();
    private @Nullable RuntimeException failure;

    public IdPages(Calls calls, Route route, Request<K> request) {
        this.calls = calls;
        this.route = route;
        this.request = request;
        this.completeness = new Completeness<>(route);
    }

    /** Asks for ids, given the headers of a page. */
    @FunctionalInterface
    public interface Request<K> {
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
        Map<String, String> headers = cursor == null ? Map.of() : Map.of("X-Pagination-Cursor", cursor);
        Answer<List<K>> answer = calls.read(route, attempt -> request.create(headers, attempt));
        List<K> fresh = answer.value().stream().filter(completeness::add).toList();
        try {
            Announced announced = Announced.by(route, answer);
            cursor = announced.cursor();
            switch (completeness.endOfPage(announced, Completeness.Content.PLAIN_IDS, Integer.MAX_VALUE)) {
                case PAGE -> {}
                case FIRST_PAGE -> cursor = null;
                case NOTHING -> ended = true;
            }
        } catch (UnexpectedResponseException e) {
            failure = e; // thrown after what is on this page
        }
        return fresh;
    }
}
