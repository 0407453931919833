package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.EmailNotification;
import java.util.List;
import java.util.Map;
import retrofit2.Call;

/** {@code GET /me/notification/email/history}. */
public record NotificationEndpoint(AntispamApi api) implements IdListEndpoint<Long, EmailNotification> {

    @Override
    public Route route() {
        return Route.NOTIFICATIONS;
    }

    @Override
    public Call<List<Long>> ids(Map<String, String> headers, Attempt attempt) {
        return api.notifications(headers, attempt);
    }

    @Override
    public Route elementRoute() {
        return Route.NOTIFICATION;
    }

    @Override
    public CallRequest<EmailNotification> element(Long key) {
        return attempt -> api.notification(key, attempt);
    }

    @Override
    public Call<List<BatchItem<EmailNotification>>> batch(String keys, Attempt attempt) {
        return api.notificationBatch(keys, attempt);
    }

    @Override
    public Long key(EmailNotification element) {
        return element.id();
    }

    @Override
    public Long key(String id) {
        return Long.valueOf(id);
    }
}
