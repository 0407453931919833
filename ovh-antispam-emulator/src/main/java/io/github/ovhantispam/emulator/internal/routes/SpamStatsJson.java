package io.github.ovhantispam.emulator.internal.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.internal.account.StatsRecord;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;

/** {@code ip.SpamStats}. */
record SpamStatsJson(StatsRecord stats) implements JsonValue {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("averageSpamscore");
        if (stats.averageSpamscore().isPresent()) {
            json.writeNumber(stats.averageSpamscore().getAsLong());
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("detectedSpams");
        for (StatsRecord.Target target : stats.targets()) {
            json.writeStartObject();
            json.writeNumberField("date", target.date().getEpochSecond());
            json.writeStringField("destinationIp", target.destination().toString());
            json.writeStringField("messageId", target.messageId());
            json.writeNumberField("spamscore", target.spamscore());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("numberOfSpams", stats.numberOfSpams());
        json.writeNumberField("timestamp", stats.timestamp().getEpochSecond());
        json.writeNumberField("total", stats.total());
        json.writeEndObject();
    }
}
