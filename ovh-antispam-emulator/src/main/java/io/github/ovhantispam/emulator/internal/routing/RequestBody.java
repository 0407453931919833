package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON object in the body of a call, each field checked against the type the schema gives it. */
public final class RequestBody {

    private final Map<?, ?> fields;
    private final boolean lenient;

    private RequestBody(Map<?, ?> fields, boolean lenient) {
        this.fields = fields;
        this.lenient = lenient;
    }

    /** Reads a body. */
    public static RequestBody of(Call call, JsonText json, boolean lenient) {
        try {
            if (json.read(call.request().body()) instanceof Map<?, ?> object) {
                return new RequestBody(object, lenient);
            }
        } catch (IOException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
        throw ApiException.badRequest("The request body is not a JSON object");
    }

    /** Refuses every field but these, unless lenient. */
    public RequestBody only(Set<String> known) {
        for (Object name : fields.keySet()) {
            if (!lenient && !known.contains(String.valueOf(name))) {
                throw Parameters.unknown(String.valueOf(name));
            }
        }
        return this;
    }

    /** Returns true for a field that is there, be it null. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns a text of a bounded length; empty when it is missing or null. */
    public Optional<String> text(String name, int longest) {
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text)) {
            throw ApiException.badRequest("[" + name + "] Given data is not valid for type string");
        }
        if (text.length() > longest) {
            throw ApiException.badRequest("[" + name + "] More than " + longest + " characters");
        }
        return Optional.of(text);
    }

    public String requiredText(String name, int longest) {
        return text(name, longest)
                .orElseThrow(() -> ApiException.badRequest("[" + name + "] Missing required parameter"));
    }

    /** Returns one of some values; empty when it is missing or null. */
    public Optional<String> choice(String name, Set<String> values, String type) {
        Optional<String> text = text(name, 100);
        if (text.isPresent() && !lenient && !values.contains(text.get())) {
            throw Parameters.invalid(name, text.get(), type);
        }
        return text;
    }

    /** Returns a list of texts, which has no elements when it is missing or null. */
    public List<String> texts(String name, int most, int longest) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements) || elements.size() > most) {
            throw ApiException.badRequest("[" + name + "] Given data is not valid for type string[]");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof String text) || text.length() > longest) {
                throw ApiException.badRequest("[" + name + "] Given data is not valid for type string[]");
            }
            texts.add(text);
        }
        return texts;
    }
}
