package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A modular application asks the emulator, each in a JVM of its own and with everything on the module path. The jars
 * lie in one directory, as in an installed application: there, Java refuses two jars of one module name.
 */
class ModulePathTest {

    private static final String OURS = "io.github.ovhantispam.";
    private static final String[] ANSWERS = {
        "blocks: 7",
        "blocked: [122.122.122.122]",
        "statistics: 1",
        "state: blockedForSpam",
        "still blocked for minutes, rounded up: 60"
    };

    @TempDir
    Path lib;

    @TempDir
    Path emulatorLib;

    @Test
    void client_fromTheModulePath_asksTheEmulatorFromTheModulePath() throws Exception {
        String application =
                modulePath(lib, "clientClassPath") + File.pathSeparator + System.getProperty("modularApplication");
        try (EmulatorJvm emulator = EmulatorJvm.start(
                "--module-path",
                modulePath(emulatorLib, "emulatorClassPath"),
                "--module",
                OURS + "emulator/" + OURS + "emulator.Standalone")) {
            assertThat(answers(emulator.applicationKeys(), application))
                    .startsWith("another consumer key: pending")
                    .endsWith(ANSWERS);
            assertThat(answers(emulator.serviceAccount(), application)).containsExactly(ANSWERS);
            assertThat(answers(emulator.accessToken(), application)).containsExactly(ANSWERS);
        }
    }

    private static List<String> answers(Map<String, String> environment, String application) throws Exception {
        return ChildJvm.run(
                environment,
                "--module-path",
                application,
                "--module",
                OURS + "consumer/" + OURS + "consumer.ModularApplication");
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
