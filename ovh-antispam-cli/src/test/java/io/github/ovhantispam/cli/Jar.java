package io.github.ovhantispam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The jar in a process of its own, in a directory of its own. */
final class Jar {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final long SIGINT = 1L << (2 - 1);

    private final Path directory;
    private final Map<String, String> environment;

    Jar(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** A command of the shell, in which {@code $JAR} runs the jar. */
    int shell(String command) throws Exception {
        Process process = builder(List.of("bash", "-c", command)).start();
        return exitCode(process);
    }

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(isCtrlCIgnored() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(List.of(JAVA.toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", path()));
        command.addAll(List.of(arguments));
        return builder(command).start();
    }

    /** Returns true where this build ignores Ctrl-C, as in the background of a script: what it starts would, too. */
    private static boolean isCtrlCIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0);
        }
    }

    int run(String... arguments) throws Exception {
        return exitCode(start(arguments));
    }

    static int exitCode(Process process) throws InterruptedException {
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended").isTrue();
        return process.exitValue();
    }

    /** Sends what Ctrl-C sends. */
    static void interrupt(Process process) throws Exception {
        assertThat(exitCode(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start()))
                .isZero();
    }

    /** Waits until the error stream has a text. */
    void awaitError(Process process, String text) throws IOException {
        // The file grows while the process lives; both ends are in sight, so no time limit of its own is needed.
        while (process.isAlive() && !err().contains(text)) {
            Thread.onSpinWait();
        }
        assertThat(err()).contains(text);
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .redirectOutput(directory.resolve("out.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OVH_"));
        builder.environment().putAll(environment);
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("JAR", JAVA + " -XX:TieredStopAtLevel=1 -jar " + path());
        return builder;
    }

    private static String path() {
        return System.getProperty("cli.jar");
    }

    String out() throws IOException {
        return Files.readString(directory.resolve("out.txt"), UTF_8);
    }

    String err() throws IOException {
        return Files.readString(directory.resolve("err.txt"), UTF_8);
    }
}
