package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.NotificationQuery;
import io.github.ovhantispam.client.Query;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.paging.ListReader;
import io.github.ovhantispam.client.internal.paging.NotificationEndpoint;
import io.github.ovhantispam.model.EmailNotification;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /me/notification/email/history}. */
public final class DefaultNotificationQuery implements NotificationQuery {

    private final ListReader reader;
    private final NotificationEndpoint endpoint;

    public DefaultNotificationQuery(Calls calls) {
        reader = new ListReader(calls);
        endpoint = new NotificationEndpoint(calls.requests());
    }

    @Override
    public Query<Long> ids() {
        return reader.ids(endpoint);
    }

    private Query<EmailNotification> notifications() {
        return reader.elements(endpoint, Comparator.reverseOrder());
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
