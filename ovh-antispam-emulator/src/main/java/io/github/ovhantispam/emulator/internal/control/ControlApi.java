package io.github.ovhantispam.emulator.internal.control;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.account.SpamRecord;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.http.TrustedHosts;
import io.github.ovhantispam.emulator.internal.json.JsonFields;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import io.github.ovhantispam.emulator.internal.json.TooLongException;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;

/** The emulator's methods over HTTP, for tests in other languages. Its calls are not journalled. */
public final class ControlApi implements HttpHandler {

    private static final String BASE = "/__emulator/";

    private static final int LONGEST = HeapShare.of(32, 1 << 20, 64 << 20);

    private final ControlledEmulator emulator;
    private final KeptFaults faults;
    private final TrustedHosts hosts;
    private final HttpHandler api;
    private final JsonText json = new JsonText();
    private final ErrorResponses errors = new ErrorResponses(json);

    public ControlApi(ControlledEmulator emulator, TrustedHosts hosts, HttpHandler api) {
        this.emulator = emulator;
        this.faults = new KeptFaults(emulator);
        this.hosts = hosts;
        this.api = api;
    }

    @Override
    public OutgoingResponse handle(HttpRequest request) {
        if (!request.originForm().startsWith(BASE)) {
            return api.handle(request);
        }
        if (!hosts.trusts(request)) {
            return OutgoingResponse.prompt(errors.of(KnownError.UNKNOWN_HOST.exception(), ErrorFormat.NEWER));
        }
        try {
            return OutgoingResponse.prompt(control(request));
        } catch (TooLongException e) {
            return refuse(400, "Client::BadRequest", "too much to be shown at once: " + e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | IOException e) {
            return refuse(400, "Client::BadRequest", String.valueOf(e.getMessage()));
        }
    }

    private OutgoingResponse refuse(int status, String errorClass, String message) {
        return OutgoingResponse.prompt(
                errors.of(new ApiException(status, null, errorClass, message, false), ErrorFormat.NEWER));
    }

    private HttpResponse control(HttpRequest request) throws IOException {
        if (request.headers().first("Origin").isPresent()) {
            // A page in a browser on this machine could otherwise drive the emulator behind its user's back.
            throw new IllegalArgumentException("the control API does not serve web pages");
        }
        return switch (request.method() + " " + request.originForm().substring(BASE.length())) {
            case "GET health" -> ok(ControlViews.texts(Map.of("status", "up")));
            case "GET environment" -> ok(ControlViews.texts(emulator.environment()));
            case "GET clock" -> ok(ControlViews.clock(emulator.clock()));
            case "POST clock" -> advance(body(request));
            case "GET blocks" -> ok(ControlViews.blocks(emulator.account().blocks()));
            case "POST reoffend" -> reoffend(body(request).only("ip", "ipSpamming"));
            case "GET journal" -> ok(ControlViews.journal(emulator.journal().entries(), LONGEST));
            case "DELETE journal" -> done(emulator.journal()::clear);
            case "POST faults" -> done(() -> faults.add(ControlFault.read(body(request)), request.body().length));
            case "DELETE faults" -> done(emulator.faults()::clear);
            case "POST seed" -> done(() -> emulator.seed(Seed.json(text(request))));
            case "GET tickets" ->
                ok(ControlViews.tickets(emulator.account().tickets().all()));
            case "POST notifications" -> notify(body(request).only("subject", "body"));
            case "POST reset" -> done(emulator::reset);
            default ->
                refuse(404, "Client::NotFound", "The control API has no such call")
                        .response();
        };
    }

    private HttpResponse advance(JsonFields fields) {
        emulator.clock().advance(fields.only("advance").checked("advance", ControlApi::duration));
        return ok(ControlViews.clock(emulator.clock()));
    }

    private HttpResponse notify(JsonFields fields) {
        String subject = fields.requiredText("subject");
        long id = emulator.notify(subject, fields.requiredText("body"));
        return ok(json -> {
            json.writeStartObject();
            json.writeNumberField("id", id);
            json.writeEndObject();
        });
    }

    private HttpResponse reoffend(JsonFields fields) {
        BlockRecord block = fields.checked(
                "ip",
                ip -> emulator.account()
                        .block(IpBlock.of(ip))
                        .orElseThrow(() -> new IllegalArgumentException("not a block of the account")));
        SpamRecord address = fields.checked(
                "ipSpamming",
                text -> block.spam(IpAddress.of(text))
                        .orElseThrow(() -> new IllegalArgumentException("not an address that was ever blocked")));
        address.blockAgain();
        return ok(ControlViews.address(address));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a duration such as PT1H or PT90S", e);
        }
    }

    private JsonFields body(HttpRequest request) {
        try {
            return JsonFields.of("body", json.read(text(request).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is not JSON", e);
        }
    }

    private static String text(HttpRequest request) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the body is not UTF-8", e);
        }
    }

    private HttpResponse done(Runnable action) {
        action.run();
        return ok(ControlViews.nothing());
    }

    private HttpResponse ok(JsonValue value) {
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
        return new HttpResponse(200, headers, json.write(value, LONGEST));
    }
}
