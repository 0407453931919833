package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.ApiRequests;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.util.List;
import java.util.Map;

/** {@code GET /ip/{ip}/spam}. */
public record SpamIpListEndpoint(ApiRequests requests, IpBlock block, Map<String, String> filters)
        implements AddressListEndpoint<SpamIp> {

    @Override
    public CallRequest<List<IpAddress>> ids(Map<String, String> headers) {
        return requests.spamIps(block, filters, headers);
    }

    @Override
    public CallRequest<List<IdOrObject<SpamIp>>> page(Map<String, String> headers) {
        return requests.spamIpPage(block, filters, headers);
    }

    @Override
    public CallRequest<SpamIp> element(IpAddress key) {
        return requests.spamIp(block, key);
    }

    @Override
    public CallRequest<List<BatchItem<SpamIp>>> batch(String keys) {
        return requests.spamIpBatch(block, keys);
    }

    @Override
    public IpAddress key(SpamIp element) {
        return element.ipSpamming();
    }
}
