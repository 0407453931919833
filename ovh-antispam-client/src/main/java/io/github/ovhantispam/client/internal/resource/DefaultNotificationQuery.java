package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.NotificationQuery;
import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.paging.ElementReader;
import io.github.ovhantispam.client.internal.paging.IdPages;
import io.github.ovhantispam.client.internal.paging.NotificationEndpoint;
import io.github.ovhantispam.client.internal.paging.PagedQuery;
import io.github.ovhantispam.client.internal.paging.SortedPages;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.EmailNotification;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** {@code GET /me/notification/email/history}. */
public final class DefaultNotificationQuery implements NotificationQuery {

    private final Calls calls;
    private final ClientThreads background;

    public DefaultNotificationQuery(Calls calls, ClientThreads background) {
        this.calls = calls;
        this.background = background;
    }

    private IdPages<Long> idPages() {
        return new IdPages<>(
                calls,
                Route.NOTIFICATIONS,
                (page, attempt) -> calls.transport().api().notifications(page, attempt));
    }

    @Override
    public Query<Long> ids() {
        return new PagedQuery<>(this::idPages);
    }

    private Query<EmailNotification> notifications() {
        NotificationEndpoint listing =
                new NotificationEndpoint(calls.transport().api());
        Executor workers = task -> background.work(calls.scope(), task);
        return new PagedQuery<>(() ->
                new SortedPages<>(idPages(), Comparator.reverseOrder(), ElementReader.on(workers, calls, listing)));
    }

    @Override
    public List<EmailNotification> list() {
        return notifications().list();
    }

    @Override
    public Stream<EmailNotification> stream() {
        return notifications().stream();
    }

    @Override
    public Stream<List<EmailNotification>> pages() {
        return notifications().pages();
    }
}
