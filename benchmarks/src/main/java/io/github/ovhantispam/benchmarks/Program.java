package io.github.ovhantispam.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A program of ours that runs in a JVM of its own and is talked to line by line. */
final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    Program(Jvm jvm, Class<?> main, Map<String, String> environment, List<String> arguments) throws IOException {
        ProcessBuilder builder = jvm.builder(main, arguments);
        builder.environment().putAll(environment);
        process = builder.start();
        lines = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Returns the next line it prints. */
    String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the program ended");
        }
        return line;
    }

    /** The number it says next. */
    double number() throws IOException {
        return Double.parseDouble(line());
    }

    /** Waits for its end, whatever else it prints. */
    void rest() throws IOException {
        String line = lines.readLine();
        while (line != null) {
            line = lines.readLine();
        }
    }

    /** Lets it go on. */
    void nudge() throws IOException {
        OutputStream commands = process.getOutputStream();
        commands.write('\n');
        commands.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
