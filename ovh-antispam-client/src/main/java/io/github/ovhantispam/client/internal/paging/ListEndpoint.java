package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.Route;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/**
 * A list of the API, and the requests for its pages.
 *
 * @param <K> what tells two elements apart
 * @param <T> the elements
 */
interface ListEndpoint<K, T> extends ElementEndpoint<K, T> {

    /** Returns the route of the list. */
    Route route();

    Call<List<IdOrObject<T>>> page(Map<String, String> headers, Attempt attempt);
}
