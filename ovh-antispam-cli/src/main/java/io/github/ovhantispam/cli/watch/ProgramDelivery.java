package io.github.ovhantispam.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that is run for each change, without a shell and without arguments: what a sender of spam has written never
 * becomes a command. It reads the change as JSON from its standard input, or from its environment, and does not get our
 * credentials.
 */
public final class ProgramDelivery implements Delivery {

    private static final int MOST_OUTPUT = 1 << 16;

    private final Path program;
    private final Duration limit;
    private final Consumer<String> output;

    private ProgramDelivery(Path program, Duration limit, Consumer<String> output) {
        this.program = program;
        this.limit = limit;
        this.output = output;
    }

    /**
     * Finds the program.
     *
     * @param name a path, or a name to be found in {@code PATH}
     * @param output gets what the program prints
     * @throws IllegalArgumentException when there is no such program
     */
    public static ProgramDelivery of(
            String name, Map<String, String> environment, Duration limit, Consumer<String> output) {
        return find(name, environment.getOrDefault("PATH", ""))
                .map(program -> new ProgramDelivery(program, limit, output))
                .orElseThrow(() -> new IllegalArgumentException("--exec needs a program that can be run, and has no"
                        + " shell: put arguments into a script; not found: " + name));
    }

    private static Optional<Path> find(String name, String path) {
        if (name.contains("/") || name.contains(File.separator)) {
            return executable(Path.of(name));
        }
        for (String directory : path.split(File.pathSeparator, -1)) {
            Optional<Path> found = directory.isEmpty() ? Optional.empty() : executable(Path.of(directory, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file)
                ? Optional.of(file.toAbsolutePath())
                : Optional.empty();
    }

    @Override
    public void deliver(ChangeMessage message) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("ovh-antispam-exec", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("OVH_"));
            builder.environment().putAll(message.variables());
            Process process = builder.start();
            try {
                write(process, message.json());
                await(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            pass(printed);
            Files.deleteIfExists(printed);
        }
    }

    private static void write(Process process, String json) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((json + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            // It need not read its input; its exit code decides.
        }
    }

    private void await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(program + " did not end within " + limit.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " ended with code " + process.exitValue());
        }
    }

    private void pass(Path printed) throws IOException {
        try (InputStream in = Files.newInputStream(printed)) {
            new String(in.readNBytes(MOST_OUTPUT), UTF_8).lines().forEach(output);
        }
    }
}
