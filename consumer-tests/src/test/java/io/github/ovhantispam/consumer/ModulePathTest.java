package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A modular application runs on the client and its dependencies, all of them from the module path. The jars lie in one
 * directory, as in an installed application: there, Java refuses two jars of one module name.
 */
class ModulePathTest {

    @TempDir
    Path lib;

    @Test
    void client_fromTheModulePath_answers() throws Exception {
        String printed = ChildJvm.run(
                Map.of(),
                List.of(
                        "--module-path",
                        modulePath(),
                        "--module",
                        "io.github.ovhantispam.consumer/io.github.ovhantispam.consumer.ModularApplication"));

        assertThat(printed.lines())
                .containsExactly("module: io.github.ovhantispam.consumer", "network: 122.122.122.112/28");
    }

    private String modulePath() throws IOException {
        List<String> modulePath = new ArrayList<>(List.of(lib.toString(), System.getProperty("modularApplication")));
        for (String entry : System.getProperty("clientClassPath").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                // One of our own modules, in a build that ends before it is packaged.
                modulePath.add(entry);
            } else {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
        return String.join(File.pathSeparator, modulePath);
    }
}
