package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.ReverseQuery;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.paging.ElementReader;
import io.github.ovhantispam.client.internal.paging.IdPages;
import io.github.ovhantispam.client.internal.paging.ObjectPages;
import io.github.ovhantispam.client.internal.paging.PagedQuery;
import io.github.ovhantispam.client.internal.paging.ReverseListEndpoint;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** {@code GET /ip/{ip}/reverse}. */
final class DefaultReverseQuery implements ReverseQuery {

    private final Calls calls;
    private final ClientThreads background;
    private final IpBlock block;

    DefaultReverseQuery(Calls calls, ClientThreads background, IpBlock block) {
        this.calls = calls;
        this.background = background;
        this.block = block;
    }

    @Override
    public Query<IpAddress> addresses() {
        return new PagedQuery<>(() -> new IdPages<>(
                calls,
                Route.REVERSES,
                (page, attempt) -> calls.transport().api().reverses(block, page, attempt)));
    }

    private Query<ReverseIp> reverses() {
        ReverseListEndpoint listing = new ReverseListEndpoint(calls.transport().api(), block);
        Executor workers = task -> background.work(calls.scope(), task);
        return new PagedQuery<>(() -> ObjectPages.once(calls, listing, ElementReader.on(workers, calls, listing)));
    }

    @Override
    public List<ReverseIp> list() {
        return reverses().list();
    }

    @Override
    public Stream<ReverseIp> stream() {
        return reverses().stream();
    }

    @Override
    public Stream<List<ReverseIp>> pages() {
        return reverses().pages();
    }
}
