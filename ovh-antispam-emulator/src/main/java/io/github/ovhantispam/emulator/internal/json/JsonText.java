package io.github.ovhantispam.emulator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON by hand, so that a mistake in the model's mapping cannot hide here as well. */
public final class JsonText {

    /** The last character before those of which only pairs can be written as UTF-8; a caller may send half a pair. */
    private static final int LAST_BEFORE_SURROGATES = 0xd7ff;

    private final JsonFactory factory = new JsonFactoryBuilder()
            .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
            .build();
    private final ReentrantLock many = new ReentrantLock();

    /** Writes a value, compactly and in UTF-8. */
    public byte[] write(JsonValue value) {
        return write(value, Integer.MAX_VALUE);
    }

    /**
     * Writes a value, compactly and in UTF-8.
     *
     * @throws TooLongException when it takes more bytes than the limit
     */
    public byte[] write(JsonValue value, int limit) {
        BoundedBytes bytes = new BoundedBytes(limit, many);
        try {
            try (JsonGenerator generator = factory.createGenerator(bytes)) {
                value.writeTo(generator);
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory does not fail", e);
            }
            return bytes.toByteArray();
        } finally {
            bytes.finish();
        }
    }

    /**
     * Reads exactly one value.
     *
     * @throws IOException when the text is not JSON, or more than one value
     */
    public @Nullable Object read(byte[] text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException("no JSON value");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON value");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected JSON token " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
