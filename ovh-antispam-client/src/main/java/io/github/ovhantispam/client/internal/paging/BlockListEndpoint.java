package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import retrofit2.Call;

/** {@code GET /ip}. */
public record BlockListEndpoint(AntispamApi api, Map<String, String> filters)
        implements ListEndpoint<IpBlock, IpDetails> {

    /** Returns the same list, narrowed by one more filter, or by another one of a kind. */
    public BlockListEndpoint with(String filter, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(filter, value);
        return new BlockListEndpoint(api, Map.copyOf(more));
    }

    @Override
    public Route route() {
        return Route.BLOCKS;
    }

    @Override
    public Call<List<IpBlock>> ids(Map<String, String> headers, Attempt attempt) {
        return api.blocks(filters, headers, attempt);
    }

    @Override
    public Route elementRoute() {
        return Route.BLOCK;
    }

    @Override
    public Call<List<IdOrObject<IpDetails>>> page(Map<String, String> headers, Attempt attempt) {
        return api.blockPage(filters, headers, attempt);
    }

    @Override
    public CallRequest<IpDetails> element(IpBlock key) {
        return attempt -> api.block(key, attempt);
    }

    @Override
    public Call<List<BatchItem<IpDetails>>> batch(String keys, Attempt attempt) {
        return api.blockBatch(keys, attempt);
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
