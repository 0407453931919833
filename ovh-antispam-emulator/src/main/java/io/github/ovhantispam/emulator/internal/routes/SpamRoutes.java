package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.account.SpamRecord;
import io.github.ovhantispam.emulator.internal.account.SpamSnapshot;
import io.github.ovhantispam.emulator.internal.account.StatsRecord;
import io.github.ovhantispam.emulator.internal.account.UnblockOutcome;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.lists.ListView;
import io.github.ovhantispam.emulator.internal.lists.Listing;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The addresses that have sent spam: {@code /ip/{ip}/spam} and below. */
public final class SpamRoutes {

    private static final ListView<SpamSnapshot> VIEW = new ListView<>(
            spam -> json -> json.writeString(spam.address().toString()), SpamIpJson::new, SpamRoutes::field);

    private final BlockFinder finder;
    private final Listing listing;
    private final Responses responses;
    private final ApiSettings settings;

    public SpamRoutes(BlockFinder finder, Listing listing, Responses responses, ApiSettings settings) {
        this.finder = finder;
        this.listing = listing;
        this.responses = responses;
        this.settings = settings;
    }

    public List<Route> routes() {
        String item = "/ip/{ip}/spam/{ipSpamming}";
        return List.of(
                Route.of(Operation.LIST_SPAM, "GET", "/ip/{ip}/spam", this::list, "state"),
                Route.of(Operation.GET_SPAM, "GET", item, this::get),
                Route.of(Operation.GET_STATS, "GET", item + "/stats", this::stats, "from", "to"),
                Route.of(Operation.UNBLOCK, "POST", item + "/unblock", this::unblock));
    }

    private HttpResponse list(Call call) {
        Optional<SpamState> state = call.parameters().state("state");
        List<SpamSnapshot> spam = finder.service(call).spam().stream()
                .map(SpamRecord::snapshot)
                .filter(snapshot -> state.isEmpty() || snapshot.state().equals(state.get()))
                .toList();
        return listing.respond(call, spam, VIEW);
    }

    private static Optional<String> field(SpamSnapshot spam, String name) {
        return switch (name) {
            case "date" -> Optional.of(DateText.of(spam.date()));
            case "ipSpamming" -> Optional.of(spam.address().toString());
            case "state" -> Optional.of(spam.state().value());
            case "time" -> Optional.of(String.valueOf(spam.time().toSeconds()));
            default -> Optional.empty();
        };
    }

    private HttpResponse get(Call call) {
        return responses.ok(new SpamIpJson(record(call).read()));
    }

    private HttpResponse stats(Call call) {
        SpamRecord record = record(call);
        Instant from = call.parameters().moment("from", Instant.MIN);
        Instant to = call.parameters().moment("to", Instant.MAX);
        return responses.ok(json -> {
            json.writeStartArray();
            for (StatsRecord entry : record.stats(from, to)) {
                new SpamStatsJson(entry).writeTo(json);
            }
            json.writeEndArray();
        });
    }

    private HttpResponse unblock(Call call) {
        UnblockOutcome outcome = record(call).unblock();
        if (outcome instanceof UnblockOutcome.Accepted accepted) {
            return responses.ok(new SpamIpJson(accepted.now()));
        }
        if (outcome instanceof UnblockOutcome.TooEarly tooEarly) {
            String message = "This IP address is still blocked for " + tooEarly.seconds() + " seconds";
            throw refusal(settings.tooEarlyStatus(), message);
        }
        SpamSnapshot now = ((UnblockOutcome.NotBlocked) outcome).now();
        if (settings.repeatedUnblockStatus().isEmpty()) {
            return responses.ok(new SpamIpJson(now));
        }
        throw refusal(settings.repeatedUnblockStatus().getAsInt(), "This IP address is not blocked");
    }

    private static ApiException refusal(int status, String message) {
        String errorClass = switch (status) {
            case 400 -> "Client::BadRequest";
            case 403 -> "Client::Forbidden";
            case 404 -> "Client::NotFound";
            case 409 -> "Client::Conflict";
            default -> status < 500 ? "Client::Error" : "Server::InternalServerError";
        };
        return new ApiException(status, null, errorClass, message, false);
    }

    private SpamRecord record(Call call) {
        BlockRecord block = finder.service(call);
        IpAddress address = Parameters.pathIpv4(call, "ipSpamming");
        if (!settings.lenient() && !block.block().contains(address)) {
            throw Parameters.invalid("ipSpamming", address + " outside " + block.block(), "ipv4");
        }
        return block.spam(address)
                .orElseThrow(() ->
                        ApiException.notFound("The requested object (ipSpamming = " + address + ") does not exist"));
    }
}
