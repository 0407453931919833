package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.ApiRequests;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.List;
import java.util.Map;

/** {@code GET /ip/{ip}/reverse}. */
public record ReverseListEndpoint(ApiRequests requests, IpBlock block) implements AddressListEndpoint<ReverseIp> {

    @Override
    public CallRequest<List<IpAddress>> ids(Map<String, String> headers) {
        return requests.reverses(block, headers);
    }

    @Override
    public CallRequest<List<IdOrObject<ReverseIp>>> page(Map<String, String> headers) {
        return requests.reversePage(block, headers);
    }

    @Override
    public CallRequest<ReverseIp> element(IpAddress key) {
        return requests.reverse(block, key);
    }

    @Override
    public CallRequest<List<BatchItem<ReverseIp>>> batch(String keys) {
        return requests.reverseBatch(block, keys);
    }

    @Override
    public IpAddress key(ReverseIp element) {
        return element.ipReverse();
    }
}
