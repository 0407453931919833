package io.github.ovhantispam.emulator.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Something that can be written as one JSON value. */
@FunctionalInterface
public interface JsonValue {

    /**
     * Writes the value.
     *
     * @throws IOException when the generator fails
     */
    void writeTo(JsonGenerator json) throws IOException;
}
