package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.IpBlockQuery;
import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.paging.BlockListEndpoint;
import io.github.ovhantispam.client.internal.paging.ElementReader;
import io.github.ovhantispam.client.internal.paging.IdPages;
import io.github.ovhantispam.client.internal.paging.ObjectPages;
import io.github.ovhantispam.client.internal.paging.PagedQuery;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** {@code GET /ip}. */
public final class DefaultIpBlockQuery implements IpBlockQuery {

    private final Calls calls;
    private final ClientThreads background;
    private final Map<String, String> filters;

    public DefaultIpBlockQuery(Calls calls, ClientThreads background, Map<String, String> filters) {
        this.calls = calls;
        this.background = background;
        this.filters = filters;
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

    private DefaultIpBlockQuery with(String name, String value) {
        Map<String, String> more = new TreeMap<>(filters);
        more.put(name, value);
        return new DefaultIpBlockQuery(calls, background, Map.copyOf(more));
    }

    @Override
    public Query<IpDetails> details() {
        BlockListEndpoint listing = new BlockListEndpoint(calls.transport().api(), filters);
        Executor workers = task -> background.work(calls.scope(), task);
        return new PagedQuery<>(() -> ObjectPages.once(calls, listing, ElementReader.on(workers, calls, listing)));
    }

    private Query<IpBlock> blocks() {
        AntispamApi api = calls.transport().api();
        return new PagedQuery<>(
                () -> new IdPages<>(calls, Route.BLOCKS, (page, attempt) -> api.blocks(filters, page, attempt)));
    }

    @Override
    public List<IpBlock> list() {
        return blocks().list();
    }

    @Override
    public Stream<IpBlock> stream() {
        return blocks().stream();
    }

    @Override
    public Stream<List<IpBlock>> pages() {
        return blocks().pages();
    }
}
