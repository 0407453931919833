package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Seed;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/testing.md in other languages, run as it stands there; skipped where the language is missing. */
class OtherLanguagesTest {

    private AntispamEmulator emulator;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder()
                .clock(EmulatorClock.system())
                .seed(Seed.guide())
                .start();
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void python_withTheStandardLibrary_readsAnAddress() throws Exception {
        assertThat(run("python3", "-c", block("python"))).isEqualTo("blockedForSpam\n");
    }

    @Test
    void node_withItsFetch_readsAnAddress() throws Exception {
        assertThat(run("node", "--input-type=module", "-e", block("js"))).isEqualTo("blockedForSpam\n");
    }

    @Test
    void curl_withATokenOfTheOutput_readsAnAddress() throws Exception {
        assumeTrue(isInstalled("bash"), "bash is not installed");
        assertThat(run("curl", "--version")).startsWith("curl");
        StringBuilder printed = new StringBuilder("# or, with an access token:\n");
        emulator.accessTokenEnvironment()
                .forEach((name, value) -> printed.append("# export " + name + "=" + value + "\n"));
        Files.writeString(directory.resolve("emulator.env"), printed);

        assertThat(run("bash", "-c", block("sh", "curl "))).contains("\"state\":\"blockedForSpam\"");
    }

    private static String block(String language) throws IOException {
        return block(language, "");
    }

    private static String block(String language, String part) throws IOException {
        Matcher blocks = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$")
                .matcher(Files.readString(Path.of("../docs/testing.md")));
        return blocks.results()
                .map(match -> match.group(1))
                .filter(text -> text.contains(part))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... command) throws IOException, InterruptedException {
        String program = command[0];
        assumeTrue(isInstalled(program), program + " is not installed");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OVH_"));
        if (!program.equals("bash")) { // the shell takes the variables from the emulator's output
            builder.environment().putAll(emulator.accessTokenEnvironment());
            builder.environment().putAll(emulator.environment());
        }
        int status = builder.start().waitFor();
        assertThat(status).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
