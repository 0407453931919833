package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.ErrorBody;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.error.ErrorResponses;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    HttpResponse handle(Route route, Call call, ErrorBody shape) {
        Optional<String> separator = call.request().headers().first(HEADER).filter(text -> !text.isBlank());
        if (separator.isEmpty() || !settings.batch() || !route.method().equals("GET")) {
            return route.handle(call);
        }
        for (Map.Entry<String, String> part : call.path().entrySet()) {
            if (part.getValue().contains(separator.get())) {
                String[] keys = part.getValue().split(Pattern.quote(separator.get()), -1);
                return each(route, call, part.getKey(), keys, shape);
            }
        }
        if (call.path().isEmpty()) {
            return route.handle(call);
        }
        List<String> names = new ArrayList<>(call.path().keySet());
        String last = names.get(names.size() - 1);
        return each(route, call, last, new String[] {call.pathPart(last)}, shape);
    }

    private HttpResponse each(Route route, Call call, String name, String[] keys, ErrorBody shape) {
        List<Element> elements = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> path = new LinkedHashMap<>(call.path());
            path.put(name, key);
            Call one = new Call(call.request(), call.caller(), path, call.parameters());
            try {
                elements.add(new Element(key, text(route.handle(one).body()), null));
            } catch (ApiException e) {
                elements.add(new Element(key, null, text(errors.body(e, shape))));
            }
        }
        return responses.ok(json -> {
            json.writeStartArray();
            for (Element element : elements) {
                json.writeStartObject();
                json.writeStringField("key", element.key());
                json.writeFieldName("value");
                json.writeRawValue(element.value() == null ? "null" : element.value());
                json.writeFieldName("error");
                json.writeRawValue(element.error() == null ? "null" : element.error());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private record Element(
            String key, @Nullable String value, @Nullable String error) {}
}
