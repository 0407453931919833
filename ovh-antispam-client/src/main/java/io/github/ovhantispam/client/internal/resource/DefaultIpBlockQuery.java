package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.IpBlockQuery;
import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.paging.BlockListEndpoint;
import io.github.ovhantispam.client.internal.paging.ListReader;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code GET /ip}. */
public final class DefaultIpBlockQuery implements IpBlockQuery {

    private final ListReader reader;
    private final BlockListEndpoint endpoint;

    public DefaultIpBlockQuery(Calls calls) {
        this(new ListReader(calls), new BlockListEndpoint(calls.requests(), Map.of()));
    }

    private DefaultIpBlockQuery(ListReader reader, BlockListEndpoint endpoint) {
        this.reader = reader;
        this.endpoint = endpoint;
    }

    @Override
    public IpBlockQuery type(IpType type) {
        return with("type", Objects.requireNonNull(type, "type").value());
    }

    @Override
    public IpBlockQuery containing(IpAddress ip) {
        return with("ip", Objects.requireNonNull(ip, "ip").toString());
    }

    @Override
    public IpBlockQuery containing(IpBlock ip) {
        return with("ip", Objects.requireNonNull(ip, "ip").toString());
    }

    @Override
    public IpBlockQuery description(String description) {
        return with("description", Objects.requireNonNull(description, "description"));
    }

    @Override
    public IpBlockQuery routedTo(String serviceName) {
        return with("routedTo.serviceName", Objects.requireNonNull(serviceName, "serviceName"));
    }

    private DefaultIpBlockQuery with(String filter, String value) {
        return new DefaultIpBlockQuery(reader, endpoint.with(filter, value));
    }

    @Override
    public Query<IpDetails> details() {
        return reader.elements(endpoint);
    }

    @Override
    public List<IpBlock> list() {
        return reader.ids(endpoint).list();
    }

    @Override
    public Stream<IpBlock> stream() {
        return reader.ids(endpoint).stream();
    }

    @Override
    public Stream<List<IpBlock>> pages() {
        return reader.ids(endpoint).pages();
    }
}
