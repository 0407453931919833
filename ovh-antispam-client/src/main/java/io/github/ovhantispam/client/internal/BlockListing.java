package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/** {@code GET /ip}, as details. */
record BlockListing(AntispamApi api, Map<String, String> filters) implements Listing<IpBlock, IpDetails> {

    @Override
    public Route route() {
        return Route.BLOCKS;
    }

    @Override
    public Route elementRoute() {
        return Route.BLOCK;
    }

    @Override
    public Call<List<Listed<IpDetails>>> page(Map<String, String> headers, Attempt attempt) {
        return api.blockPage(filters, headers, attempt);
    }

    @Override
    public Call<IpDetails> element(IpBlock key, Attempt attempt) {
        return api.block(key, attempt);
    }

    @Override
    public Call<List<Batched<IpDetails>>> batch(String keys, Attempt attempt) {
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
