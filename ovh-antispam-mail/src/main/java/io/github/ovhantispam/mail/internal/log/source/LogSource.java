package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A log, or a part of one, that can be read from its beginning. */
public interface LogSource {

    /** Returns its name, printable. */
    String name();

    /** Returns a time at or after its last line. */
    Instant end() throws IOException;

    /** Opens it. */
    InputStream open() throws IOException;

    /** Returns whether it can be opened again. */
    boolean isRepeatable();
}
