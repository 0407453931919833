package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.ReverseRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/** {@code GET /ip/{ip}/reverse}. */
public record ReverseListEndpoint(AntispamApi api, IpBlock block) implements ListEndpoint<IpAddress, ReverseIp> {

    @Override
    public Route route() {
        return Route.REVERSES;
    }

    @Override
    public Call<List<IpAddress>> ids(Map<String, String> headers, Attempt attempt) {
        return api.reverses(block, headers, attempt);
    }

    @Override
    public Route elementRoute() {
        return Route.REVERSE;
    }

    @Override
    public Call<List<IdOrObject<ReverseIp>>> page(Map<String, String> headers, Attempt attempt) {
        return api.reversePage(block, headers, attempt);
    }

    @Override
    public CallRequest<ReverseIp> element(IpAddress key) {
        return ReverseRequest.read(api, block, key);
    }

    @Override
    public Call<List<BatchItem<ReverseIp>>> batch(String keys, Attempt attempt) {
        return api.reverseBatch(block, keys, attempt);
    }

    @Override
    public IpAddress key(ReverseIp element) {
        return element.ipReverse();
    }

    @Override
    public IpAddress key(String id) {
        return IpAddress.of(id);
    }

    @Override
    public void check(IpAddress key) {
        new BlockAddresses(route(), block).check(key);
    }
}
