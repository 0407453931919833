package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import java.util.List;
import java.util.Map;

/** A list of the API that servers also give as whole objects, page by page. */
interface ListEndpoint<K, T> extends IdListEndpoint<K, T> {

    CallRequest<List<IdOrObject<T>>> page(Map<String, String> headers);
}
