import org.jspecify.annotations.NullMarked;

/** A client of the OVHcloud AntiSpam API that can be trusted with production credentials. */
@NullMarked
module io.github.ovhantispam.client {
    requires transitive io.github.ovhantispam.model;
    requires transitive okhttp3;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires okio;
    requires org.slf4j;
    requires retrofit2;
    requires retrofit2.converter.jackson;

    exports io.github.ovhantispam.client;

    // What is sent and read besides the model, which opens itself: tokens and consumer keys.
    opens io.github.ovhantispam.client.internal.wire to
            com.fasterxml.jackson.databind;
}
