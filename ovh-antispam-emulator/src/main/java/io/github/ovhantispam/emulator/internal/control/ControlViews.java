package io.github.ovhantispam.emulator.internal.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.JournalEntry;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.account.SpamRecord;
import io.github.ovhantispam.emulator.internal.account.SpamSnapshot;
import io.github.ovhantispam.emulator.internal.account.Ticket;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The views of the control API. */
public final class ControlViews {

    private ControlViews() {}

    /** That a call was made, and nothing more. */
    public static JsonValue nothing() {
        return JsonGenerator::writeNull;
    }

    /** Returns an object of texts. */
    public static JsonValue texts(Map<String, String> fields) {
        return json -> {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        };
    }

    public static JsonValue clock(EmulatorClock clock) {
        return json -> {
            json.writeStartObject();
            json.writeStringField("now", clock.instant().toString());
            json.writeBooleanField("virtual", clock.isVirtual());
            json.writeEndObject();
        };
    }

    /** Returns a whole account, with what the API itself does not tell: how many unblocks took effect. */
    public static JsonValue blocks(List<BlockRecord> blocks) {
        return json -> {
            json.writeStartArray();
            for (BlockRecord block : blocks) {
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

    private static List<JournalEntry> latest(List<JournalEntry> entries, int most) {
        long bytes = 0;
        int from = entries.size();
        while (from > 0) {
            JournalEntry entry = entries.get(from - 1);
            // A character takes at most six bytes of JSON; the field names and the rest take less than a thousand.
            bytes += 1000 + 6L * (entry.target().length() + entry.method().length());
            if (bytes > most) {
                break;
            }
            from--;
        }
        return entries.subList(from, entries.size());
    }

    /** Returns the tickets that clients have opened. */
    public static JsonValue tickets(List<Ticket> tickets) {
        return json -> {
            json.writeStartArray();
            for (Ticket ticket : tickets) {
                write(json, ticket);
            }
            json.writeEndArray();
        };
    }

    private static void write(JsonGenerator json, Ticket ticket) throws IOException {
        json.writeStartObject();
        json.writeNumberField("ticketId", ticket.ticketId());
        json.writeStringField("subject", ticket.subject());
        json.writeStringField("body", ticket.body());
        for (Map.Entry<String, String> field : ticket.fields().entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeArrayFieldStart("watchers");
        for (String watcher : ticket.watchers()) {
            json.writeString(watcher);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Returns an address, with how many unblocks took effect. */
    public static JsonValue address(SpamRecord record) {
        return json -> write(json, record);
    }

    private static void write(JsonGenerator json, SpamRecord record) throws IOException {
        SpamSnapshot spam = record.snapshot();
        json.writeStartObject();
        json.writeStringField("ipSpamming", spam.address().toString());
        json.writeStringField("state", spam.state().value());
        json.writeStringField("date", spam.date().toString());
        json.writeNumberField("time", spam.time().toSeconds());
        json.writeNumberField("acceptedUnblocks", record.acceptedUnblocks());
        json.writeEndObject();
    }

    /** Returns the requests so far. */
    public static JsonValue journal(List<JournalEntry> entries, int most) {
        return json -> {
            json.writeStartArray();
            for (JournalEntry entry : latest(entries, most)) {
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
