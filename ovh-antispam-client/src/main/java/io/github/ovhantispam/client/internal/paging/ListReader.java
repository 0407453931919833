package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.internal.call.Calls;
import java.util.Comparator;

/** The queries that a user has of a list: of its ids, of its elements, or of these in an order of their ids. */
public final class ListReader {

    private final Calls calls;

    public ListReader(Calls calls) {
        this.calls = calls;
    }

    public <K, T> Query<K> ids(IdListEndpoint<K, T> endpoint) {
        return new PagedQuery<>(() -> new IdPages<>(calls, endpoint));
    }

    public <K, T> Query<T> elements(ListEndpoint<K, T> endpoint) {
        return new PagedQuery<>(() -> ObjectPages.once(calls, endpoint, details(endpoint)));
    }

    public <K, T> Query<T> elements(IdListEndpoint<K, T> endpoint, Comparator<K> order) {
        return new PagedQuery<>(() -> new SortedPages<>(new IdPages<>(calls, endpoint), order, details(endpoint)));
    }

    private <K, T> ElementReader<K, T> details(IdListEndpoint<K, T> endpoint) {
        return ElementReader.on(task -> calls.threads().work(calls.scope(), task), calls, endpoint);
    }
}
