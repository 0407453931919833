package io.github.ovhantispam.emulator.internal.routes;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.ovhantispam.emulator.internal.account.SpamSnapshot;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import java.io.IOException;

/** {@code ip.SpamIp}. */
record SpamIpJson(SpamSnapshot spam) implements JsonValue {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", DateText.of(spam.date()));
        json.writeStringField("ipSpamming", spam.address().toString());
        json.writeStringField("state", spam.state().value());
        json.writeNumberField("time", spam.time().toSeconds());
        json.writeEndObject();
    }
}
