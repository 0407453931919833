package io.github.ovhantispam.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A modular application asks the emulator, each in a JVM of its own and with everything on the module path. The jars
 * lie in one directory, as in an installed application: there, Java refuses two jars of one module name.
 */
class ModulePathTest {

    private static final String OURS = "io.github.ovhantispam.";

    @TempDir
    Path lib;

    @TempDir
    Path emulatorLib;

    @Test
    void client_fromTheModulePath_asksTheEmulatorFromTheModulePath() throws Exception {
        String application =
                modulePath(lib, "clientClassPath") + File.pathSeparator + System.getProperty("modularApplication");
        Process emulator = ChildJvm.start(
                "--module-path",
                modulePath(emulatorLib, "emulatorClassPath"),
                "--module",
                OURS + "emulator/" + OURS + "emulator.Standalone",
                "--sentence",
                "3600");
        try (BufferedReader printed = emulator.inputReader(UTF_8)) {
            Map<String, String> environment = firstVariables(printed);

            List<String> answers = ChildJvm.run(
                    environment,
                    "--module-path",
                    application,
                    "--module",
                    OURS + "consumer/" + OURS + "consumer.ModularApplication");

            assertThat(answers)
                    .containsExactly(
                            "blocks: 7",
                            "blocked: [122.122.122.122]",
                            "statistics: 1",
                            "state: blockedForSpam",
                            "still blocked for minutes: 59");
        } finally {
            emulator.destroyForcibly();
        }
    }

    /** The first group of lines such as {@code export OVH_ENDPOINT=...}, which is the one for a signing client. */
    private static Map<String, String> firstVariables(BufferedReader printed) throws IOException {
        Map<String, String> variables = new TreeMap<>();
        StringJoiner all = new StringJoiner("\n");
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            all.add(line);
            if (line.startsWith("export ")) {
                String assignment = line.substring("export ".length());
                int equals = assignment.indexOf('=');
                variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
            } else if (!variables.isEmpty()) {
                return variables;
            }
        }
        throw new AssertionError("the emulator ended: " + all);
    }

    private static String modulePath(Path directory, String classPath) throws IOException {
        StringJoiner modulePath = new StringJoiner(File.pathSeparator).add(directory.toString());
        for (Path path : ChildJvm.pathOf(classPath)) {
            if (Files.isDirectory(path)) {
                // One of our own modules, in a build that ends before it is packaged.
                modulePath.add(path.toString());
            } else {
                Files.copy(path, directory.resolve(path.getFileName()));
            }
        }
        return modulePath.toString();
    }
}
