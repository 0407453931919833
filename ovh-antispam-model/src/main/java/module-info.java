import org.jspecify.annotations.NullMarked;

/** What the OVHcloud AntiSpam API says: immutable records and value types. */
@NullMarked
@SuppressWarnings("module") // the client is compiled after this module, so javac cannot see it yet
module io.github.ovhantispam.model {
    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports io.github.ovhantispam.model;
    exports io.github.ovhantispam.model.internal to
            io.github.ovhantispam.client;

    // Unqualified, so that Jackson 2 and Jackson 3, whose modules have different names, can both read it.
    opens io.github.ovhantispam.model;
}
