package io.github.ovhantispam.mail.internal.log.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A JSON object in each line. What is not one, or is too long, is left out like any line that is not a mail's. */
final class JsonRecords implements LogRecords.Reader {

    private static final int LONGEST = 512 * 1024;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final RecordBytes bytes;

    JsonRecords(InputStream in) {
        bytes = new RecordBytes(in);
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] json = bytes.line(LONGEST);
        return json == null ? null : line(json);
    }

    private static byte[] line(byte[] json) throws IOException {
        LogRecord record = new LogRecord();
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new byte[0];
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!LogRecord.isWanted(name)) {
                    parser.skipChildren();
                } else if (value == JsonToken.VALUE_STRING) {
                    record.put(name, latin(parser.getText().getBytes(StandardCharsets.UTF_8)));
                } else if (value == JsonToken.START_ARRAY) {
                    record.put(name, latin(numbers(parser)));
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            return new byte[0]; // half a record, at the end of a file that is being written
        }
        return record.line();
    }

    /** The journal writes a text that is not UTF-8 as the numbers of its bytes. */
    private static byte[] numbers(JsonParser parser) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_NUMBER_INT) {
                text.write(parser.getIntValue());
            } else {
                parser.skipChildren();
            }
        }
        return text.toByteArray();
    }

    private static String latin(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
