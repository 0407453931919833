package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/**
 * A list of the API that servers also give as whole objects, page by page.
 *
 * @param <K> the ids
 * @param <T> the elements
 */
interface ListEndpoint<K, T> extends IdListEndpoint<K, T> {

    Call<List<IdOrObject<T>>> page(Map<String, String> headers, Attempt attempt);
}
