package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.call.SpamIpRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.IdOrObject;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.client.internal.wire.SpamPath;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/** {@code GET /ip/{ip}/spam}. */
public record SpamIpListEndpoint(AntispamApi api, IpBlock block, Map<String, String> filters)
        implements ListEndpoint<IpAddress, SpamIp> {

    @Override
    public Route route() {
        return Route.SPAM_IPS;
    }

    @Override
    public Route elementRoute() {
        return Route.SPAM_IP;
    }

    @Override
    public Call<List<IdOrObject<SpamIp>>> page(Map<String, String> headers, Attempt attempt) {
        return api.spamIpPage(SpamPath.of(block), filters, headers, attempt);
    }

    @Override
    public CallRequest<SpamIp> element(IpAddress key) {
        return SpamIpRequest.read(api, block, key);
    }

    @Override
    public Call<List<BatchItem<SpamIp>>> batch(String keys, Attempt attempt) {
        return api.spamIpBatch(block, keys, attempt);
    }

    @Override
    public IpAddress key(SpamIp element) {
        return element.ipSpamming();
    }

    @Override
    public IpAddress key(String id) {
        return IpAddress.of(id);
    }
}
