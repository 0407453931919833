package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.control.ControlViews;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.http.Answer;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Java tests do with the emulator's methods, over HTTP, for tests in other languages. Its calls are not
 * journalled.
 */
final class ControlApi implements HttpHandler {

    private static final String BASE = "/__emulator/";

    private final AntispamEmulator emulator;
    private final HttpHandler api;
    private final JsonText json = new JsonText();
    private final ErrorResponses errors = new ErrorResponses(json);

    ControlApi(AntispamEmulator emulator, HttpHandler api) {
        this.emulator = emulator;
        this.api = api;
    }

    @Override
    public Answer handle(HttpRequest request) {
        if (!request.target().startsWith(BASE)) {
            return api.handle(request);
        }
        try {
            return Answer.prompt(control(request));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | IOException e) {
            return refuse(400, "Client::BadRequest", String.valueOf(e.getMessage()));
        }
    }

    private Answer refuse(int status, String errorClass, String message) {
        return Answer.prompt(errors.of(new ApiException(status, null, errorClass, message, false), ErrorBody.NEWER));
    }

    private HttpResponse control(HttpRequest request) throws IOException {
        if (request.headers().first("Origin").isPresent()) {
            // A page in a browser on this machine could otherwise drive the emulator behind its user's back.
            throw new IllegalArgumentException("the control API does not serve web pages");
        }
        return switch (request.method() + " " + request.target().substring(BASE.length())) {
            case "GET health" -> ok(ControlViews.texts(Map.of("status", "up")));
            case "GET environment" -> ok(ControlViews.texts(environment()));
            case "GET clock" -> ok(ControlViews.clock(emulator.clock()));
            case "POST clock" -> advance(body(request));
            case "GET blocks" -> ok(ControlViews.blocks(emulator.account().blocks()));
            case "GET journal" -> ok(ControlViews.journal(emulator.journal().entries()));
            case "DELETE journal" -> done(emulator.journal()::clear);
            case "POST faults" -> done(() -> ControlFault.read(body(request)).addTo(emulator.faults()));
            case "DELETE faults" -> done(emulator.faults()::clear);
            case "POST seed" -> done(() -> emulator.seed(Seed.json(text(request))));
            case "POST reset" -> done(emulator::reset);
            default ->
                refuse(404, "Client::NotFound", "The control API has no such call")
                        .response();
        };
    }

    private Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>(emulator.environment());
        all.putAll(emulator.oauth2Environment());
        all.putAll(emulator.accessTokenEnvironment());
        all.put("TOKEN_ENDPOINT", emulator.tokenEndpoint().toString());
        return all;
    }

    private HttpResponse advance(JsonFields fields) {
        emulator.clock().advance(fields.only("advance").checked("advance", ControlApi::duration));
        return ok(ControlViews.clock(emulator.clock()));
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
            return JsonFields.of("body", json.read(request.body()));
        } catch (IOException e) {
            throw new IllegalArgumentException("the body is no JSON", e);
        }
    }

    private static String text(HttpRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse done(Runnable action) {
        action.run();
        return ok(ControlViews.nothing());
    }

    private HttpResponse ok(JsonValue value) {
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
        return new HttpResponse(200, headers, json.write(value));
    }
}
