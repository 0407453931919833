package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.account.BlockDetails;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.lists.LikePattern;
import io.github.ovhantispam.emulator.internal.lists.ListView;
import io.github.ovhantispam.emulator.internal.lists.Listing;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.emulator.internal.routing.RequestBody;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The blocks of the account: {@code /ip} and {@code /ip/{ip}}. */
public final class BlockRoutes {

    private static final ListView<BlockRecord> VIEW = new ListView<>(
            record -> json -> json.writeString(record.block().toString()),
            record -> new IpJson(record, false),
            BlockRoutes::field);

    private static final int LONGEST_DESCRIPTION = 10_000;

    private final Account account;
    private final BlockFinder finder;
    private final Listing listing;
    private final Responses responses;
    private final JsonText json;

    public BlockRoutes(Account account, BlockFinder finder, Listing listing, Responses responses, JsonText json) {
        this.account = account;
        this.finder = finder;
        this.listing = listing;
        this.responses = responses;
        this.json = json;
    }

    public List<Route> routes() {
        return List.of(
                Route.of(
                        Operation.LIST_BLOCKS,
                        "GET",
                        "/ip",
                        this::list,
                        "campus",
                        "description",
                        "iamTags",
                        "ip",
                        "isAdditionalIp",
                        "routedTo.serviceName",
                        "type",
                        "version"),
                Route.of(Operation.GET_BLOCK, "GET", "/ip/{ip}", this::get),
                Route.of(Operation.EDIT_BLOCK, "PUT", "/ip/{ip}", this::edit));
    }

    private HttpResponse list(Call call) {
        Predicate<BlockRecord> wanted = wanted(call.parameters());
        return listing.respond(call, account.blocks().stream().filter(wanted).toList(), VIEW);
    }

    private Predicate<BlockRecord> wanted(Parameters parameters) {
        Predicate<BlockRecord> wanted = record -> true;
        Optional<IpType> type = parameters.type("type");
        if (type.isPresent()) {
            wanted = wanted.and(record -> record.details().type().equals(type.get()));
        }
        Optional<IpBlock> ip = parameters.block("ip");
        if (ip.isPresent()) {
            wanted = wanted.and(record -> record.block().contains(ip.get()));
        }
        Optional<Integer> version = parameters.version("version");
        if (version.isPresent()) {
            wanted = wanted.and(record -> record.block().isIpv4() == (version.get() == 4));
        }
        Optional<Boolean> additional = parameters.flag("isAdditionalIp");
        if (additional.isPresent()) {
            wanted = wanted.and(record -> record.details().is(BlockDetails.Flag.ADDITIONAL_IP) == additional.get());
        }
        Optional<String> tags = parameters.text("iamTags");
        if (tags.isPresent()) {
            wanted = wanted.and(TagFilter.parse(json, tags.get()));
        }
        for (String name : List.of("campus", "description", "routedTo.serviceName")) {
            Optional<String> like = parameters.text(name);
            if (like.isPresent()) {
                LikePattern pattern = LikePattern.of(like.get());
                wanted = wanted.and(
                        record -> field(record, name).map(pattern::matches).orElse(false));
            }
        }
        return wanted;
    }

    private static Optional<String> field(BlockRecord record, String name) {
        BlockDetails details = record.details();
        return switch (name) {
            case "bringYourOwnIp" -> Optional.of(String.valueOf(details.is(BlockDetails.Flag.BRING_YOUR_OWN_IP)));
            case "campus" -> Optional.ofNullable(details.text(BlockDetails.Text.CAMPUS));
            case "canBeTerminated" -> Optional.of(String.valueOf(details.is(BlockDetails.Flag.CAN_BE_TERMINATED)));
            case "country" -> Optional.ofNullable(details.text(BlockDetails.Text.COUNTRY));
            case "description" -> Optional.ofNullable(details.text(BlockDetails.Text.DESCRIPTION));
            case "ip" -> Optional.of(record.block().toString());
            case "isAdditionalIp" -> Optional.of(String.valueOf(details.is(BlockDetails.Flag.ADDITIONAL_IP)));
            case "organisationId" -> Optional.ofNullable(details.text(BlockDetails.Text.ORGANISATION_ID));
            case "rir" -> Optional.ofNullable(details.text(BlockDetails.Text.RIR));
            case "routedTo.serviceName" -> Optional.ofNullable(details.text(BlockDetails.Text.ROUTED_TO));
            case "type" -> Optional.of(details.type().value());
            case "version" -> Optional.of(record.block().isIpv4() ? "4" : "6");
            default -> Optional.empty();
        };
    }

    private HttpResponse get(Call call) {
        return responses.ok(new IpJson(finder.block(call), true));
    }

    private HttpResponse edit(Call call) {
        BlockRecord record = finder.block(call);
        RequestBody body = RequestBody.of(call, json, true);
        if (body.has("description")) {
            Optional<String> description = body.text("description", LONGEST_DESCRIPTION);
            record.change(details -> details.with(BlockDetails.Text.DESCRIPTION, description.orElse(null)));
        }
        return responses.nothing();
    }
}
