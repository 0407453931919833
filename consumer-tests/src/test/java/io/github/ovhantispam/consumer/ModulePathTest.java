package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A modular application runs on the client and its dependencies, all of them from the module path. */
class ModulePathTest {

    @Test
    void client_fromTheModulePath_answers() throws Exception {
        String modulePath =
                System.getProperty("clientClassPath") + File.pathSeparator + System.getProperty("modularApplication");

        String printed = ChildJvm.run(
                Map.of(),
                List.of(
                        "--module-path",
                        modulePath,
                        "--module",
                        "io.github.ovhantispam.consumer/io.github.ovhantispam.consumer.ModularApplication"));

        assertThat(printed.lines())
                .containsExactly("module: io.github.ovhantispam.consumer", "network: 122.122.122.112/28");
    }
}
