import org.jspecify.annotations.NullMarked;

/** The OVHcloud AntiSpam API in memory, for tests. */
@NullMarked
module io.github.ovhantispam.emulator {
    requires transitive io.github.ovhantispam.model;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;

    exports io.github.ovhantispam.emulator;
}
