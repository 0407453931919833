package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/**
 * A list of ids of the API, and the requests for the ids and for the elements they stand for.
 *
 * @param <K> the ids
 * @param <T> the elements
 */
interface IdListEndpoint<K, T> {

    /** Returns the route of the list. */
    Route route();

    Call<List<K>> ids(Map<String, String> headers, Attempt attempt);

    /** Returns the route of one element. */
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

    /**
     * Checks that an element can be in this list.
     *
     * @throws UnexpectedResponseException when it cannot
     */
    default void check(K key) {}
}
