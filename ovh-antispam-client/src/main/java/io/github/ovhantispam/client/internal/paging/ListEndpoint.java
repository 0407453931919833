package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/**
 * A list of the API, and the requests for its pages, for one element, and for several.
 *
 * @param <K> what tells two elements apart
 * @param <T> the elements
 */
interface ListEndpoint<K, T> {

    /** Returns the route of the list. */
    Route route();

    /** Returns the route of one element. */
    Route elementRoute();

    Call<List<IdOrObject<T>>> page(Map<String, String> headers, Attempt attempt);

    CallRequest<T> element(K key);

    /** Several elements in one request, their keys joined by commas. */
    Call<List<BatchItem<T>>> batch(String keys, Attempt attempt);

    K key(T element);

    /**
     * Reads a key as the API writes it.
     *
     * @throws IllegalArgumentException when it is none
     */
    K key(String id);
}
