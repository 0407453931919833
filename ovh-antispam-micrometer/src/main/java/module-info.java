import org.jspecify.annotations.NullMarked;

/** The requests of the OVHcloud AntiSpam client as Micrometer metrics and observations. */
@NullMarked
module io.github.ovhantispam.micrometer {
    requires transitive io.github.ovhantispam.client;
    requires static transitive org.jspecify;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;

    exports io.github.ovhantispam.micrometer;
}
