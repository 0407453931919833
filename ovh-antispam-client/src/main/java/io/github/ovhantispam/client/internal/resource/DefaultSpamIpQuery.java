package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.SpamIpQuery;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.paging.ListReader;
import io.github.ovhantispam.client.internal.paging.SpamIpListEndpoint;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code GET /ip/{ip}/spam}. */
final class DefaultSpamIpQuery implements SpamIpQuery {

    private final ListReader reader;
    private final SpamIpListEndpoint endpoint;

    DefaultSpamIpQuery(Calls calls, IpBlock block) {
        this(new ListReader(calls), new SpamIpListEndpoint(calls.requests(), block, Map.of()));
    }

    private DefaultSpamIpQuery(ListReader reader, SpamIpListEndpoint endpoint) {
        this.reader = reader;
        this.endpoint = endpoint;
    }

    @Override
    public SpamIpQuery state(SpamState state) {
        Map<String, String> filters =
                Map.of("state", Objects.requireNonNull(state, "state").value());
        return new DefaultSpamIpQuery(reader, new SpamIpListEndpoint(endpoint.requests(), endpoint.block(), filters));
    }

    @Override
    public Query<IpAddress> addresses() {
        return reader.ids(endpoint);
    }

    @Override
    public List<SpamIp> list() {
        return reader.elements(endpoint).list();
    }

    @Override
    public Stream<SpamIp> stream() {
        return reader.elements(endpoint).stream();
    }

    @Override
    public Stream<List<SpamIp>> pages() {
        return reader.elements(endpoint).pages();
    }
}
