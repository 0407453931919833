package io.github.ovhantispam.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Locale;

/** Standard output for results and standard error for everything else, both in UTF-8 with line feeds. */
public final class Console {

    private final StandardStream standardOutput;
    private final PrintWriter out;
    private final PrintWriter err;

    /** Wraps two streams. */
    public Console(OutputStream out, OutputStream err) {
        this.standardOutput = new StandardStream(out);
        this.out = new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(standardOutput, 1 << 16), UTF_8));
        this.err = new PrintWriter(new OutputStreamWriter(err, UTF_8));
    }

    /**
     * Writes one line of a result.
     *
     * @throws OutputFailedException when an earlier line could not be written
     */
    public void line(String text) {
        out.write(text);
        out.write('\n');
        check();
    }

    /**
     * Writes all that waits.
     *
     * @throws OutputFailedException when it cannot be written
     */
    public void flush() {
        out.flush();
        check();
    }

    /** Writes one line to standard error. There is nobody to tell when that fails. */
    public void note(String text) {
        err.write(text);
        err.write('\n');
        err.flush();
    }

    /** Writes to standard error without an end of line, as a progress bar needs it. */
    void draw(String text) {
        err.write(text);
        err.flush();
    }

    /** Returns standard output as picocli writes help to it; {@link #flush} finds what fails. */
    public PrintWriter outWriter() {
        return out;
    }

    /** Returns standard error as a writer. */
    public PrintWriter errWriter() {
        return err;
    }

    private void check() {
        IOException failure = standardOutput.failure();
        if (failure != null) {
            throw new OutputFailedException(failure, isClosedPipe(failure));
        }
    }

    /** Returns true for EPIPE, which the JDK tells by the words of the system only, in whatever language they are. */
    private static boolean isClosedPipe(IOException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("broken pipe") || words.contains("pipe is being closed") || StandardPipe.isPipe();
    }
}
