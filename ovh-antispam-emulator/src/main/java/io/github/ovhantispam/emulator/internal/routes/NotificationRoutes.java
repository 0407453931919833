package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.account.Notification;
import io.github.ovhantispam.emulator.internal.account.Notifications;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import java.util.List;

/** The mails that the customer was sent: {@code /me/notification/email/history}. */
public final class NotificationRoutes {

    private final Notifications notifications;
    private final Responses responses;

    public NotificationRoutes(Notifications notifications, Responses responses) {
        this.notifications = notifications;
        this.responses = responses;
    }

    public List<Route> routes() {
        String list = "/me/notification/email/history";
        return List.of(
                Route.of(Operation.LIST_NOTIFICATIONS, "GET", list, this::list),
                Route.of(Operation.GET_NOTIFICATION, "GET", list + "/{id}", this::get));
    }

    private HttpResponse list(Call call) {
        return responses.ok(json -> {
            json.writeStartArray();
            for (Notification notification : notifications.all()) {
                json.writeNumber(notification.id());
            }
            json.writeEndArray();
        });
    }

    private HttpResponse get(Call call) {
        String id = call.pathPart("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw Parameters.invalid("id", id, "long");
        }
        Notification notification = notifications
                .find(Long.parseLong(id))
                .orElseThrow(() -> ApiException.notFound("The requested object (id = " + id + ") does not exist"));
        return responses.ok(json -> {
            json.writeStartObject();
            json.writeStringField("body", notification.body().get());
            json.writeStringField("date", DateText.of(notification.date()));
            json.writeNumberField("id", notification.id());
            json.writeStringField("subject", notification.subject());
            json.writeEndObject();
        });
    }
}
