package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.ApiRequests;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code GET /ip}. */
public record BlockListEndpoint(ApiRequests requests, Map<String, String> filters)
        implements ListEndpoint<IpBlock, IpDetails> {

    /** Returns the same list, narrowed by one more filter, or by another one of a kind. */
    public BlockListEndpoint with(String filter, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(filter, value);
        return new BlockListEndpoint(requests, Map.copyOf(more));
    }

    @Override
    public CallRequest<List<IpBlock>> ids(Map<String, String> headers) {
        return requests.blocks(filters, headers);
    }

    @Override
    public CallRequest<List<IdOrObject<IpDetails>>> page(Map<String, String> headers) {
        return requests.blockPage(filters, headers);
    }

    @Override
    public CallRequest<IpDetails> element(IpBlock key) {
        return requests.block(key);
    }

    @Override
    public CallRequest<List<BatchItem<IpDetails>>> batch(String keys) {
        return requests.blockBatch(keys);
    }

    @Override
    public IpBlock key(IpDetails element) {
        return element.ip();
    }

    @Override
    public IpBlock key(String id) {
        return IpBlock.of(id);
    }
}
