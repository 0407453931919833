package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import io.github.ovhantispam.emulator.internal.lists.ListView;
import io.github.ovhantispam.emulator.internal.lists.Listing;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.emulator.internal.routing.RequestBody;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The reverse names of addresses: {@code /ip/{ip}/reverse}. */
public final class ReverseRoutes {

    private static final int LONGEST_NAME = 80;

    /** As many as fit, at 600 bytes each: a block of IPv6 has more addresses than any heap has bytes. */
    private static final int MOST_NAMES = HeapShare.of(12, 2 << 20, 256 << 20) / 600;

    private static final Pattern NAME = Pattern.compile("([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)+");
    private static final ListView<Map.Entry<IpAddress, String>> VIEW = new ListView<>(
            entry -> json -> json.writeString(entry.getKey().toString()), ReverseRoutes::object, ReverseRoutes::field);

    private final Account account;
    private final BlockFinder finder;
    private final Listing listing;
    private final ApiSettings settings;
    private final JsonText json;
    private final Responses responses;

    public ReverseRoutes(
            Account account,
            BlockFinder finder,
            Listing listing,
            ApiSettings settings,
            JsonText json,
            Responses responses) {
        this.account = account;
        this.finder = finder;
        this.listing = listing;
        this.settings = settings;
        this.json = json;
        this.responses = responses;
    }

    public List<Route> routes() {
        String item = "/ip/{ip}/reverse/{ipReverse}";
        return List.of(
                Route.of(Operation.LIST_REVERSES, "GET", "/ip/{ip}/reverse", this::list),
                Route.of(Operation.SET_REVERSE, "POST", "/ip/{ip}/reverse", this::set),
                Route.of(Operation.GET_REVERSE, "GET", item, this::get),
                Route.of(Operation.DELETE_REVERSE, "DELETE", item, this::delete));
    }

    private static JsonValue object(Map.Entry<IpAddress, String> entry) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("ipReverse", entry.getKey().toString());
            json.writeStringField("reverse", entry.getValue());
            json.writeEndObject();
        };
    }

    private static Optional<String> field(Map.Entry<IpAddress, String> entry, String name) {
        return switch (name) {
            case "ipReverse" -> Optional.of(entry.getKey().toString());
            case "reverse" -> Optional.of(entry.getValue());
            default -> Optional.empty();
        };
    }

    private HttpResponse list(Call call) {
        return listing.respond(call, List.copyOf(finder.service(call).reverses().entrySet()), VIEW);
    }

    private HttpResponse set(Call call) {
        BlockRecord block = finder.service(call);
        RequestBody body = RequestBody.of(call, json, settings.lenient()).only(Set.of("ipReverse", "reverse"));
        IpAddress address = address(block, body.requiredText("ipReverse", LONGEST_NAME));
        String name = body.requiredText("reverse", 1000);
        if (!settings.lenient()
                && (name.length() > LONGEST_NAME || !NAME.matcher(name).matches())) {
            throw Parameters.invalid("reverse", name, "string");
        }
        if (!block.reverses().containsKey(address) && account.reverseCount() >= MOST_NAMES) {
            throw ApiException.failure(
                    409, "An emulator with this heap keeps no more than " + MOST_NAMES + " reverse names");
        }
        block.reverses().put(address, name);
        return responses.ok(object(Map.entry(address, name)));
    }

    private HttpResponse get(Call call) {
        BlockRecord block = finder.service(call);
        IpAddress address = address(block, call.pathPart("ipReverse"));
        String name = block.reverses().get(address);
        if (name == null) {
            throw missing(address);
        }
        return responses.ok(object(Map.entry(address, name)));
    }

    private HttpResponse delete(Call call) {
        BlockRecord block = finder.service(call);
        IpAddress address = address(block, call.pathPart("ipReverse"));
        if (block.reverses().remove(address) == null) {
            throw missing(address);
        }
        return responses.nothing();
    }

    private static ApiException missing(IpAddress address) {
        return ApiException.notFound("The requested object (ipReverse = " + address + ") does not exist");
    }

    private IpAddress address(BlockRecord block, String text) {
        IpAddress address;
        try {
            address = IpAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("ipReverse", text, "ip");
        }
        if (!settings.lenient() && !block.block().contains(address)) {
            throw Parameters.invalid("ipReverse", address + " outside " + block.block(), "ip");
        }
        return address;
    }
}
