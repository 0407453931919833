package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.internal.call.ApiRequests;
import io.github.ovhantispam.client.internal.call.CallRequest;
import io.github.ovhantispam.client.internal.wire.BatchItem;
import io.github.ovhantispam.model.EmailNotification;
import java.util.List;
import java.util.Map;

/** {@code GET /me/notification/email/history}. */
public record NotificationEndpoint(ApiRequests requests) implements IdListEndpoint<Long, EmailNotification> {

    @Override
    public CallRequest<List<Long>> ids(Map<String, String> headers) {
        return requests.notifications(headers);
    }

    @Override
    public CallRequest<EmailNotification> element(Long key) {
        return requests.notification(key);
    }

    @Override
    public CallRequest<List<BatchItem<EmailNotification>>> batch(String keys) {
        return requests.notificationBatch(keys);
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
