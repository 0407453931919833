package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program in a JVM of its own with 64 MB: whatever it is sent, it answers the next caller. */
@Timeout(120)
class SmallHeapTest {

    private static final String CLASS_PATH = Stream.of("java.class.path", "jdk.module.path")
            .map(System::getProperty)
            .filter(path -> path != null && !path.isEmpty())
            .collect(Collectors.joining(System.getProperty("path.separator")));

    private static Process fork(String heap, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                CLASS_PATH,
                "io.github.ovhantispam.emulator.Standalone"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static Map<String, String> environment(BufferedReader printed) throws IOException {
        Map<String, String> environment = new HashMap<>();
        while (environment.size() < 7) {
            String line = printed.readLine();
            assertThat(line).as("the program has ended").isNotNull();
            if (line.contains("export ")) {
                String[] pair = line.replaceFirst("^#? *export ", "").split("=", 2);
                environment.put(pair[0], pair[1]);
            }
        }
        return environment;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void program_withASmallHeap_survives() throws Exception {
        Process process = fork("64m", "--seed", "generated:5000:2000:1");
        try (BufferedReader printed = output(process)) {
            Map<String, String> environment = environment(printed);
            URI endpoint = URI.create(environment.get("OVH_ENDPOINT"));
            for (String load : List.of("targets", "headers", "rules", "batch", "tokens", "bodies", "lists")) {
                HostileLoad.of(load, endpoint, environment).run();
                assertThat(process.isAlive()).as(load).isTrue();
                try (TestCaller caller = new TestCaller(environment, InstantSource.system())) {
                    assertThat(caller.get("/ip?type=vps").status()).as(load).isEqualTo(200);
                    String journal = endpoint.resolve("/__emulator/journal").toString();
                    assertThat(caller.bare("GET", journal, null, Map.of()).status())
                            .as(load)
                            .isEqualTo(200);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void program_toldOfMoreThanItsHeapHolds_refuses() throws Exception {
        Process process = fork("64m", "--seed", "guide");
        try (BufferedReader printed = output(process)) {
            Map<String, String> environment = environment(printed);
            URI endpoint = URI.create(environment.get("OVH_ENDPOINT"));
            String faults = endpoint.resolve("/__emulator/faults").toString();
            String fault = "{\"operation\":\"LOGOUT\",\"kind\":\"raw\",\"status\":200,\"body\":\"" + "b".repeat(900_000)
                    + "\"}";
            HostileLoad.of("reverses", endpoint, environment).run();
            HostileLoad.of("faults", endpoint, environment).run();
            try (TestCaller caller = new TestCaller(environment, InstantSource.system())) {
                assertThat(caller.bare("POST", faults, fault, Map.of()).body()).contains("DELETE them");
                assertThat(caller.bare("DELETE", faults, null, Map.of()).status())
                        .isEqualTo(200);
                assertThat(caller.bare("POST", faults, fault, Map.of()).status())
                        .isEqualTo(200);
                assertThat(caller.get("/ip").status()).isEqualTo(200);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void program_thatRunsOutOfMemory_endsLoudly() throws Exception {
        Process process = fork("24m", "--seed", "generated:20000:0:1");
        StringBuilder said = new StringBuilder();
        try (BufferedReader printed = output(process)) {
            Thread load = new Thread(() -> {
                try {
                    Map<String, String> environment = environment(printed);
                    HostileLoad.of("seeds", URI.create(environment.get("OVH_ENDPOINT")), environment)
                            .run();
                } catch (IOException | AssertionError e) {
                    said.append(e).append('\n'); // it ends while it is spoken to, which is what is asked for
                }
            });
            load.start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            load.join();
            printed.lines().forEach(line -> said.append(line).append('\n'));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).as(said.toString()).isEqualTo(3);
        assertThat(said).contains("OutOfMemoryError");
    }
}
