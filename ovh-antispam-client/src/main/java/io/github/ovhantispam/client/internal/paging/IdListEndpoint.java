package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of ids of the API, and the requests for the ids and for the elements they stand for. */
interface IdListEndpoint<K, T> {

    CallRequest<List<K>> ids(Map<String, String> headers);

    CallRequest<T> element(K key);

    /** Several elements in one request, their keys joined by commas. */
    CallRequest<List<BatchItem<T>>> batch(String keys);

    K key(T element);

    /**
     * Reads a key as the API writes it.
     *
     * @throws IllegalArgumentException when it is none
     */
    K key(String id);

    /** Returns the reason why an element cannot be in this list; null when it can. */
    default @Nullable String problem(K key) {
        return null;
    }
}
