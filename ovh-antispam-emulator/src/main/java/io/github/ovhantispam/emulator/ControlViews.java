package io.github.ovhantispam.emulator;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.account.SpamRecord;
import io.github.ovhantispam.emulator.internal.account.SpamSnapshot;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What the control API shows. */
final class ControlViews {

    private final AntispamEmulator emulator;

    ControlViews(AntispamEmulator emulator) {
        this.emulator = emulator;
    }

    JsonValue environment() {
        Map<String, String> all = new TreeMap<>(emulator.environment());
        all.putAll(emulator.oauth2Environment());
        all.putAll(emulator.accessTokenEnvironment());
        all.put("TOKEN_ENDPOINT", emulator.tokenEndpoint().toString());
        return json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> variable : all.entrySet()) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
            json.writeEndObject();
        };
    }

    JsonValue clock() {
        return json -> {
            json.writeStartObject();
            json.writeStringField("now", emulator.clock().instant().toString());
            json.writeBooleanField("virtual", emulator.clock().isVirtual());
            json.writeEndObject();
        };
    }

    /** The whole account, with what the API itself does not tell: how many unblocks took effect. */
    JsonValue blocks() {
        return json -> {
            json.writeStartArray();
            for (BlockRecord block : emulator.account().blocks()) {
                json.writeStartObject();
                json.writeStringField("ip", block.block().toString());
                json.writeArrayFieldStart("spam");
                for (SpamRecord spam : block.spam()) {
                    write(json, spam);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }

    private static void write(JsonGenerator json, SpamRecord record) throws IOException {
        SpamSnapshot spam = record.look();
        json.writeStartObject();
        json.writeStringField("ipSpamming", spam.address().toString());
        json.writeStringField("state", spam.state().value());
        json.writeStringField("date", spam.date().toString());
        json.writeNumberField("time", spam.time().toSeconds());
        json.writeNumberField("acceptedUnblocks", record.acceptedUnblocks());
        json.writeEndObject();
    }

    JsonValue journal() {
        return json -> {
            json.writeStartArray();
            for (JournalEntry entry : emulator.journal().entries()) {
                json.writeStartObject();
                json.writeNumberField("number", entry.number());
                json.writeStringField("operation", entry.operation().name());
                json.writeStringField("method", entry.method());
                json.writeStringField("target", entry.target());
                json.writeNumberField("status", entry.status());
                json.writeStringField("time", entry.time().toString());
                json.writeNumberField("attempt", entry.attempt());
                json.writeBooleanField("processed", entry.processed());
                json.writeBooleanField("unexpected", entry.unexpected());
                json.writeFieldName("fault");
                if (entry.fault().isPresent()) {
                    json.writeString(entry.fault().get());
                } else {
                    json.writeNull();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        };
    }
}
