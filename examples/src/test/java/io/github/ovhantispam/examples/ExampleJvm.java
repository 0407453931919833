package io.github.ovhantispam.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM of its own for an example, as a reader of README starts it.
 *
 * @param home the directory where it runs, which is its user's as well
 * @param environment the {@code OVH_*} variables that it has
 */
record ExampleJvm(Path home, Map<String, String> environment) {

    /** The end of a program. */
    record Result(int status, String out, String err) {}

    Result run(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-classpath",
                System.getProperty("java.class.path"),
                "io.github.ovhantispam.examples." + name));
        command.addAll(List.of(arguments));
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OVH_"));
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Result(status, Files.readString(out), Files.readString(err));
    }
}
