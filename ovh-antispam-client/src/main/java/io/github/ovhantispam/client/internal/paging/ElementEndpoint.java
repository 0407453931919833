package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.List;
import retrofit2.Call;

/**
 * The elements of a list of the API, and how to ask for one and for several.
 *
 * @param <K> what tells two elements apart
 * @param <T> the elements
 */
interface ElementEndpoint<K, T> {

    /** The route of one element. */
    Route elementRoute();

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
