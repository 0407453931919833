package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.EmailNotification;
import java.util.List;
import retrofit2.Call;

/** {@code GET /me/notification/email/history/{id}}. */
public record NotificationEndpoint(AntispamApi api) implements ElementEndpoint<Long, EmailNotification> {

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
