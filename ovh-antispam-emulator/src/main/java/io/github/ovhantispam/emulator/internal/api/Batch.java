package io.github.ovhantispam.emulator.internal.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.error.KnownError;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Responses;
import io.github.ovhantispam.emulator.internal.routing.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Serves {@code X-Ovh-Batch}: several objects of one kind in one call, their keys joined within one part of the path.
 */
final class Batch {

    private static final String HEADER = "X-Ovh-Batch";

    private final ApiSettings settings;
    private final ErrorResponses errors;
    private final Responses responses;

    Batch(ApiSettings settings, ErrorResponses errors, Responses responses) {
        this.settings = settings;
        this.errors = errors;
        this.responses = responses;
    }

    /** Returns the keys of a batch; empty when the request asks for one object only. */
    Optional<Keys> keys(Route route, HttpRequest request, Map<String, String> parts) {
        Optional<String> separator = request.headers().first(HEADER).filter(text -> !text.isBlank());
        if (separator.isEmpty() || !settings.batch() || !route.method().equals("GET") || parts.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (part.getValue().contains(separator.get())) {
                String[] keys = part.getValue().split(Pattern.quote(separator.get()), -1);
                return Optional.of(new Keys(part.getKey(), List.of(keys)));
            }
        }
        String last = List.copyOf(parts.keySet()).get(parts.size() - 1);
        return Optional.of(new Keys(last, List.of(parts.get(last))));
    }

    /** Responds to each element by itself, as far as the caller may ask for it. */
    HttpResponse each(Route route, Call call, Keys keys, ErrorFormat shape) {
        return responses.ok(json -> {
            json.writeStartArray();
            for (String key : keys.values()) {
                Map<String, String> path = new LinkedHashMap<>(call.path());
                path.put(keys.name(), key);
                write(json, route, new Call(call.request(), call.caller(), path, call.parameters()), key, shape);
            }
            json.writeEndArray();
        });
    }

    private void write(JsonGenerator json, Route route, Call call, String key, ErrorFormat shape) throws IOException {
        String value = "null";
        String error = "null";
        try {
            if (!call.caller().mayCall(route.method(), route.path(call.path()))) {
                throw KnownError.NOT_GRANTED_CALL.exception();
            }
            value = text(route.handle(call).body());
        } catch (ApiException e) {
            error = text(errors.body(e, shape));
        }
        json.writeStartObject();
        json.writeStringField("key", key);
        json.writeFieldName("value");
        json.writeRawValue(value);
        json.writeFieldName("error");
        json.writeRawValue(error);
        json.writeEndObject();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    /**
     * The keys of a batch.
     *
     * @param name the part of the path that they were joined in
     */
    record Keys(String name, List<String> values) {}
}
