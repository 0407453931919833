package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.SpamIpQuery;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.paging.ElementReader;
import io.github.ovhantispam.client.internal.paging.IdPages;
import io.github.ovhantispam.client.internal.paging.ObjectPages;
import io.github.ovhantispam.client.internal.paging.PagedQuery;
import io.github.ovhantispam.client.internal.paging.SpamIpListEndpoint;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** {@code GET /ip/{ip}/spam}. */
final class DefaultSpamIpQuery implements SpamIpQuery {

    private final Calls calls;
    private final ClientThreads background;
    private final IpBlock block;
    private final Map<String, String> filters;

    DefaultSpamIpQuery(Calls calls, ClientThreads background, IpBlock block, Map<String, String> filters) {
        this.calls = calls;
        this.background = background;
        this.block = block;
        this.filters = filters;
    }

    @Override
    public SpamIpQuery state(SpamState state) {
        return new DefaultSpamIpQuery(
                calls,
                background,
                block,
                Map.of("state", Objects.requireNonNull(state, "state").value()));
    }

    @Override
    public Query<IpAddress> addresses() {
        AntispamApi api = calls.transport().api();
        return new PagedQuery<>(() ->
                new IdPages<>(calls, Route.SPAM_IPS, (page, attempt) -> api.spamIps(block, filters, page, attempt)));
    }

    private Query<SpamIp> spamIps() {
        SpamIpListEndpoint listing = new SpamIpListEndpoint(calls.transport().api(), block, filters);
        Executor workers = task -> background.work(calls.scope(), task);
        return new PagedQuery<>(() -> ObjectPages.once(calls, listing, ElementReader.on(workers, calls, listing)));
    }

    @Override
    public List<SpamIp> list() {
        return spamIps().list();
    }

    @Override
    public Stream<SpamIp> stream() {
        return spamIps().stream();
    }

    @Override
    public Stream<List<SpamIp>> pages() {
        return spamIps().pages();
    }
}
