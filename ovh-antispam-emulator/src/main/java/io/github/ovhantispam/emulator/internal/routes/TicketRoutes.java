package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.account.Ticket;
import io.github.ovhantispam.emulator.internal.account.Tickets;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.RequestBody;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The customer's questions to the support: {@code POST /support/tickets/create}. */
public final class TicketRoutes {

    private static final int LONGEST_LINE = 1000;
    private static final int LONGEST_BODY = 500_000;
    private static final int MOST_WATCHERS = 10;
    private static final Set<String> LEVELS = Set.of("high", "low", "medium");
    private static final Map<String, Choice> CHOICES = Map.of(
            "category", new Choice("support.TicketCategoryEnum", Set.of("assistance", "billing", "incident")),
            "impact", new Choice("support.TicketImpactUrgencyEnum", LEVELS),
            "urgency", new Choice("support.TicketImpactUrgencyEnum", LEVELS),
            "type", new Choice("support.TicketTypeEnum", Set.of("criticalIntervention", "genericRequest")),
            "subcategory",
                    new Choice(
                            "support.TicketSubCategoryEnum",
                            Set.of(
                                    "alerts",
                                    "autorenew",
                                    "bill",
                                    "down",
                                    "inProgress",
                                    "new",
                                    "other",
                                    "perfs",
                                    "start",
                                    "usage")),
            "product",
                    new Choice(
                            "support.TicketProductEnum",
                            Set.of(
                                    "adsl",
                                    "cdn",
                                    "dedicated",
                                    "dedicated-billing",
                                    "dedicated-other",
                                    "dedicatedcloud",
                                    "domain",
                                    "exchange",
                                    "fax",
                                    "hosting",
                                    "housing",
                                    "iaas",
                                    "mail",
                                    "network",
                                    "publiccloud",
                                    "sms",
                                    "ssl",
                                    "storage",
                                    "telecom-billing",
                                    "telecom-other",
                                    "vac",
                                    "voip",
                                    "vps",
                                    "web-billing",
                                    "web-other")));
    private static final Set<String> FIELDS = Set.of(
            "body",
            "category",
            "impact",
            "product",
            "serviceName",
            "subcategory",
            "subject",
            "type",
            "urgency",
            "watchers");

    private final Tickets tickets;
    private final ApiSettings settings;
    private final JsonText json;
    private final Responses responses;

    public TicketRoutes(Tickets tickets, ApiSettings settings, JsonText json, Responses responses) {
        this.tickets = tickets;
        this.settings = settings;
        this.json = json;
        this.responses = responses;
    }

    public List<Route> routes() {
        return List.of(Route.of(Operation.CREATE_TICKET, "POST", "/support/tickets/create", this::create));
    }

    private HttpResponse create(Call call) {
        RequestBody body = RequestBody.of(call, json, settings.lenient()).only(FIELDS);
        Map<String, String> fields = new TreeMap<>();
        CHOICES.forEach((name, choice) ->
                body.choice(name, choice.values(), choice.type()).ifPresent(value -> fields.put(name, value)));
        body.text("serviceName", LONGEST_LINE).ifPresent(value -> fields.put("serviceName", value));
        Ticket ticket = tickets.open(
                body.requiredText("subject", LONGEST_LINE),
                body.requiredText("body", LONGEST_BODY),
                fields,
                body.texts("watchers", MOST_WATCHERS, LONGEST_LINE));
        return responses.ok(generator -> {
            generator.writeStartObject();
            generator.writeNullField("additionalNotice");
            generator.writeNumberField("messageId", ticket.messageId());
            generator.writeNumberField("ticketId", ticket.ticketId());
            generator.writeNumberField("ticketNumber", ticket.ticketId());
            generator.writeEndObject();
        });
    }

    private record Choice(String type, Set<String> values) {}
}
