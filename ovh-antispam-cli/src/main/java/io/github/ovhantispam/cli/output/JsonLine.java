package io.github.ovhantispam.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of {@code --json}: an object in ASCII, whose first field is its type. */
public final class JsonLine {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private JsonLine(String type) {
        fields.put("type", type);
    }

    /** Starts an object. */
    public static JsonLine of(String type) {
        return new JsonLine(type);
    }

    /** Adds a text. */
    public JsonLine put(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a number. */
    public JsonLine put(String name, long value) {
        fields.put(name, value);
        return this;
    }

    /** Adds true or false. */
    public JsonLine put(String name, boolean value) {
        fields.put(name, value);
        return this;
    }

    /** Adds a list of texts. */
    public JsonLine put(String name, List<String> values) {
        fields.put(name, List.copyOf(values));
        return this;
    }

    /** Adds a text if there is one. */
    public JsonLine put(String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, text));
        return this;
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Object> field : fields.entrySet()) {
                json.writeFieldName(field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter never throws it
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                json.writeString(String.valueOf(element));
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
