import org.jspecify.annotations.NullMarked;

/** The OVHcloud AntiSpam API in memory, for tests. */
@NullMarked
module io.github.ovhantispam.emulator {
    requires transitive io.github.ovhantispam.model;
    requires static transitive org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires com.fasterxml.jackson.core;
    requires mockwebserver3;
    requires okhttp3;
    requires okhttp3.tls;
    requires okio;

    exports io.github.ovhantispam.emulator;
    exports io.github.ovhantispam.emulator.junit;
}
