package io.github.ovhantispam.mail.internal.command;

import java.io.IOException;
import java.io.InputStream;

/** A reader of a program's standard output. */
@FunctionalInterface
public interface OutputReader {

    /**
     * Reads the output while the program runs.
     *
     * @param output the standard output, limited in time and size
     * @throws UnreadableOutputException when the output is not as expected
     * @throws IOException when it cannot be read to its end
     */
    void read(InputStream output) throws IOException;
}
