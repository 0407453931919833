package io.github.ovhantispam.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java virtual machine that knows nothing of this one: its own path, its own modules. */
final class ChildJvm {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private ChildJvm() {}

    /** Runs it to its end, which must be a success, and returns all that it printed. */
    static String run(Map<String, String> environment, List<String> arguments) throws Exception {
        // Short programs start faster without the second compiler.
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Path output = Files.createTempFile("child-jvm", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return finished(builder.start(), output, command);
        } finally {
            Files.delete(output);
        }
    }

    private static String finished(Process process, Path output, List<String> command)
            throws IOException, InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output, UTF_8);
        assertThat(ended).as("%s has ended; it printed%n%s", command, printed).isTrue();
        assertThat(process.exitValue())
                .as("exit of %s; it printed%n%s", command, printed)
                .isZero();
        return printed;
    }
}
