package io.github.ovhantispam.mail.internal.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a program's output, each of at most 64 KiB. */
public final class OutputLines {

    private static final int LONGEST = 64 * 1024;

    private final InputStream output;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;

    /**
     * Creates the lines.
     *
     * @param output the output
     */
    public OutputLines(InputStream output) {
        this.output = output;
    }

    /**
     * Reads the next line.
     *
     * @return the line without its end, or null at the end of the output
     * @throws UnreadableOutputException when the line is too long, or the last one has no end
     * @throws IOException when the output cannot be read
     */
    public @Nullable String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                if (line.size() > 0) {
                    throw new UnreadableOutputException("wrote a last line without an end");
                }
                return null;
            }
            if (line.size() == LONGEST) {
                throw new UnreadableOutputException("wrote a line of more than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private int read() throws IOException {
        if (at == end) {
            end = Math.max(0, output.read(buffer));
            at = 0;
        }
        return at < end ? buffer[at++] & 0xFF : -1;
    }
}
