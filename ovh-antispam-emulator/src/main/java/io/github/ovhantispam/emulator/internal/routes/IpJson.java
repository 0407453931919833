package io.github.ovhantispam.emulator.internal.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.internal.account.BlockDetails;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code ip.Ip}, or {@code ip.IpWithIAM}.
 *
 * @param withIam whether the resource metadata is part of it
 */
record IpJson(BlockRecord record, boolean withIam) implements JsonValue {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        BlockDetails details = record.details();
        json.writeStartObject();
        json.writeBooleanField("bringYourOwnIp", details.is(BlockDetails.Flag.BRING_YOUR_OWN_IP));
        text(json, "campus", details.text(BlockDetails.Text.CAMPUS));
        json.writeBooleanField("canBeTerminated", details.is(BlockDetails.Flag.CAN_BE_TERMINATED));
        text(json, "country", details.text(BlockDetails.Text.COUNTRY));
        text(json, "description", details.text(BlockDetails.Text.DESCRIPTION));
        if (withIam) {
            iam(json, details.tags());
        }
        json.writeStringField("ip", record.block().toString());
        json.writeBooleanField("isAdditionalIp", details.is(BlockDetails.Flag.ADDITIONAL_IP));
        text(json, "organisationId", details.text(BlockDetails.Text.ORGANISATION_ID));
        regions(json, details.regions());
        text(json, "rir", details.text(BlockDetails.Text.RIR));
        routedTo(json, details.text(BlockDetails.Text.ROUTED_TO));
        json.writeStringField("type", details.type().value());
        json.writeNumberField("version", record.block().isIpv4() ? 4 : 6);
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private static void regions(JsonGenerator json, @Nullable List<String> regions) throws IOException {
        if (regions == null) {
            json.writeNullField("regions");
            return;
        }
        json.writeArrayFieldStart("regions");
        for (String region : regions) {
            json.writeString(region);
        }
        json.writeEndArray();
    }

    private static void routedTo(JsonGenerator json, @Nullable String serviceName) throws IOException {
        if (serviceName == null) {
            json.writeNullField("routedTo");
            return;
        }
        json.writeObjectFieldStart("routedTo");
        json.writeStringField("serviceName", serviceName);
        json.writeEndObject();
    }

    private void iam(JsonGenerator json, Map<String, String> tags) throws IOException {
        String text = record.block().toString();
        String id =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        json.writeObjectFieldStart("iam");
        json.writeStringField("displayName", text);
        json.writeStringField("id", id);
        json.writeObjectFieldStart("tags");
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            json.writeStringField(tag.getKey(), tag.getValue());
        }
        json.writeEndObject();
        json.writeStringField("urn", "urn:v1:eu:resource:ip:" + id);
        json.writeEndObject();
    }
}
