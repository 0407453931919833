package io.github.ovhantispam.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Java virtual machine that knows nothing of this one: its own path, its own modules. */
final class ChildJvm {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJvm() {}

    /** A path that the build handed to the tests in a system property. */
    static List<Path> pathOf(String property) {
        return Stream.of(System.getProperty(property).split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** Runs it to its end, which must be a success, and returns all that it printed. */
    static List<String> run(Map<String, String> environment, String... arguments) throws Exception {
        Path output = Files.createTempFile("child-jvm", ".txt");
        try {
            Process process = command(environment, arguments)
                    .redirectOutput(output.toFile())
                    .start();
            return finished(process, output);
        } finally {
            Files.delete(output);
        }
    }

    /** Starts it and leaves it running. */
    static Process start(String... arguments) throws IOException {
        return command(Map.of(), arguments).start();
    }

    private static ProcessBuilder command(Map<String, String> environment, String... arguments) {
        // Short programs start faster without the second compiler; and there is no logger, which nobody need hear
        // about.
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> finished(Process process, Path output) throws IOException, InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> printed = Files.readAllLines(output, UTF_8);
        assertThat(ended).as("ended; it printed %s", printed).isTrue();
        assertThat(process.exitValue()).as("exit; it printed %s", printed).isZero();
        return printed;
    }
}
