package io.github.ovhantispam.benchmarks.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program of ours that runs in a JVM of its own and is talked to line by line. */
public final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    public Program(Jvm jvm, Class<?> main, Map<String, String> environment, List<String> arguments) throws IOException {
        ProcessBuilder builder = jvm.builder(main, arguments);
        builder.environment().putAll(environment);
        process = builder.start();
        lines = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Returns the next line it prints. */
    public String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the program ended");
        }
        return line;
    }

    /** The number it says next. */
    public double number() throws IOException {
        return Double.parseDouble(line());
    }

    /** Returns the variables that it prints, up to an empty line. */
    public Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] variable = line.split("=", 2);
            environment.put(variable[0], variable[1]);
        }
        return environment;
    }

    /** Waits for its end, whatever else it prints. */
    public void rest() throws IOException {
        String line = lines.readLine();
        while (line != null) {
            line = lines.readLine();
        }
    }

    /** Lets it go on. */
    public void nudge() throws IOException {
        OutputStream commands = process.getOutputStream();
        commands.write('\n');
        commands.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
