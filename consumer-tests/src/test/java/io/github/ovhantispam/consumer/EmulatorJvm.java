package io.github.ovhantispam.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** An emulator in a JVM of its own, with an address that is blocked for an hour. */
final class EmulatorJvm implements AutoCloseable {

    private final Process process;
    private final List<Map<String, String>> environments;

    private EmulatorJvm(Process process, List<Map<String, String>> environments) {
        this.process = process;
        this.environments = environments;
    }

    static EmulatorJvm start(String... javaArguments) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(javaArguments));
        arguments.addAll(List.of("--block-duration", "3600"));
        Process process = ChildJvm.start(arguments.toArray(String[]::new));
        return new EmulatorJvm(process, threeGroups(process.inputReader(UTF_8)));
    }

    /** The three groups of lines such as {@code export OVH_ENDPOINT=...}: application keys, OAuth2, access token. */
    private static List<Map<String, String>> threeGroups(BufferedReader printed) throws IOException {
        List<Map<String, String>> groups = new ArrayList<>();
        Map<String, String> group = new TreeMap<>();
        StringJoiner all = new StringJoiner("\n");
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            all.add(line);
            int export = line.indexOf("export ");
            if (export >= 0) {
                String assignment = line.substring(export + "export ".length());
                int equals = assignment.indexOf('=');
                group.put(assignment.substring(0, equals), assignment.substring(equals + 1));
                if (assignment.startsWith("OVH_ENDPOINT=")) {
                    groups.add(group);
                    group = new TreeMap<>();
                }
            }
            if (groups.size() == 3) {
                return groups;
            }
        }
        throw new AssertionError("the emulator ended: " + all);
    }

    Map<String, String> applicationKeys() {
        return environments.get(0);
    }

    Map<String, String> serviceAccount() {
        return environments.get(1);
    }

    Map<String, String> accessToken() {
        return environments.get(2);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
