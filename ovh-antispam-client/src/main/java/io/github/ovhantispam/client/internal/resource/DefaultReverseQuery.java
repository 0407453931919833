package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.ReverseQuery;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.paging.ListReader;
import io.github.ovhantispam.client.internal.paging.ReverseListEndpoint;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /ip/{ip}/reverse}. */
final class DefaultReverseQuery implements ReverseQuery {

    private final ListReader reader;
    private final ReverseListEndpoint endpoint;

    DefaultReverseQuery(Calls calls, IpBlock block) {
        reader = new ListReader(calls);
        endpoint = new ReverseListEndpoint(calls.requests(), block);
    }

    @Override
    public Query<IpAddress> addresses() {
        return reader.ids(endpoint);
    }

    @Override
    public List<ReverseIp> list() {
        return reader.elements(endpoint).list();
    }

    @Override
    public Stream<ReverseIp> stream() {
        return reader.elements(endpoint).stream();
    }

    @Override
    public Stream<List<ReverseIp>> pages() {
        return reader.elements(endpoint).pages();
    }
}
