import org.jspecify.annotations.NullMarked;

/** The values of the OVHcloud AntiSpam API: immutable records and value types. */
@NullMarked
@SuppressWarnings("module") // the other modules are compiled after this one, so javac cannot see them yet
module io.github.ovhantispam.model {
    requires com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports io.github.ovhantispam.model;
    exports io.github.ovhantispam.model.internal to
            io.github.ovhantispam.client,
            io.github.ovhantispam.mail;

    // Unqualified, so that Jackson 2 and Jackson 3, whose modules have different names, can both read it.
    opens io.github.ovhantispam.model;
}
