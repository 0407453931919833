package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The result of a sweep is printed by the {@code ObjectMapper} an application already has, beside the client and in its
 * JVM: by the Jackson 2 that the client then uses too, or by a Jackson 3.
 */
class SweepJsonTest {

    private static final Path JARS = Path.of(System.getProperty("jacksonVersions"));
    private static final String PROGRAMS = System.getProperty("programs");

    @TempDir
    Path lib;

    @ParameterizedTest
    @MethodSource("io.github.ovhantispam.consumer.JacksonVersionsTest#versions")
    void classPath_resultOfASweep_isPrinted(String version) throws Exception {
        assertPrinted(
                version,
                ChildJvm.run(
                        Map.of(), "--class-path", path(version) + File.pathSeparator + PROGRAMS, program(version)));
    }

    @ParameterizedTest
    @MethodSource("io.github.ovhantispam.consumer.JacksonVersionsTest#versions")
    void modulePath_resultOfASweep_isPrinted(String version) throws Exception {
        String databind = isJackson3(version) ? "tools.jackson.databind" : "com.fasterxml.jackson.databind";

        assertPrinted(
                version,
                ChildJvm.run(
                        Map.of(),
                        "--module-path",
                        path(version),
                        "--add-modules",
                        "io.github.ovhantispam.client," + databind,
                        "--class-path",
                        PROGRAMS,
                        program(version)));
    }

    private static void assertPrinted(String version, List<String> printed) {
        assertThat(printed).hasSize(3).startsWith("Jackson " + version, SweepSamples.JSON);
        assertThat(SweepSamples.JSON).contains(printed.get(2));
    }

    /** The client's class path, in which Jackson 2 is of another version, or Jackson 3 comes in addition. */
    private String path(String version) throws IOException {
        StringJoiner path = new StringJoiner(File.pathSeparator);
        for (Path entry : ChildJvm.pathOf("clientClassPath")) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry)) {
                path.add(entry.toString());
            } else if (isJackson3(version) || !name.matches("jackson-(annotations|core|databind)-.*")) {
                path.add(Files.copy(entry, lib.resolve(name)).toString());
            }
        }
        for (String jar : jars(version)) {
            path.add(Files.copy(JARS.resolve(jar), lib.resolve(jar)).toString());
        }
        return path.toString();
    }

    private static List<String> jars(String version) {
        Stream<String> both = Stream.of("jackson-core-" + version + ".jar", "jackson-databind-" + version + ".jar");
        return isJackson3(version)
                ? both.toList()
                : Stream.concat(
                                both,
                                Stream.of("jackson-annotations-" + JacksonVersionsTest.annotations(version) + ".jar"))
                        .toList();
    }

    private static String program(String version) {
        return (isJackson3(version) ? Jackson3SweepPrinter.class : Jackson2SweepPrinter.class).getName();
    }

    private static boolean isJackson3(String version) {
        return version.startsWith("3.");
    }
}
