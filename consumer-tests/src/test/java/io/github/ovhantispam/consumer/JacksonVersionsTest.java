package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The model reads and prints the API's JSON with the {@code ObjectMapper} an application already has: any Jackson from
 * 2.17 on, with the annotations of the same release, whether the application is modular or not.
 */
class JacksonVersionsTest {

    private static final Path JARS = Path.of(System.getProperty("jacksonVersions"));
    private static final String PROGRAMS = System.getProperty("programs");

    @Test
    void versions_underTest_areThoseWeClaim() throws IOException {
        assertThat(versions().map(version -> version.replaceAll("\\.\\d+$", "")))
                .containsExactlyInAnyOrder("2.17", "2.18", "2.19", "2.20", "2.21", "2.22", "2.23", "3.1");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void classPath_everyType_roundTrips(String version) throws Exception {
        String classPath = path(version) + File.pathSeparator + PROGRAMS;

        List<String> printed = ChildJvm.run(Map.of(), "--class-path", classPath, program(version));

        assertThat(printed).containsExactly("Jackson " + version + ": 11 types");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void modulePath_everyType_roundTrips(String version) throws Exception {
        String databind = isJackson3(version) ? "tools.jackson.databind" : "com.fasterxml.jackson.databind";

        List<String> printed = ChildJvm.run(
                Map.of(),
                "--module-path",
                path(version),
                "--add-modules",
                "io.github.ovhantispam.model," + databind,
                "--class-path",
                PROGRAMS,
                program(version));

        assertThat(printed).containsExactly("Jackson " + version + ": 11 types");
    }

    static Stream<String> versions() throws IOException {
        String prefix = "jackson-databind-";
        try (Stream<Path> jars = Files.list(JARS)) {
            return jars
                    .map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length(), name.length() - ".jar".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String path(String version) {
        String annotations = annotations(version);
        Path model = ModuleFinder.of(ChildJvm.pathOf("clientClassPath").toArray(Path[]::new))
                .find("io.github.ovhantispam.model")
                .flatMap(ModuleReference::location)
                .map(Path::of)
                .orElseThrow();
        return Stream.of(
                        model,
                        JARS.resolve("jackson-annotations-" + annotations + ".jar"),
                        JARS.resolve("jackson-core-" + version + ".jar"),
                        JARS.resolve("jackson-databind-" + version + ".jar"))
                .peek(jar -> assertThat(jar).exists())
                .map(Path::toString)
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElseThrow();
    }

    /** From 2.20 on the annotations have no patch releases; Jackson 3 uses those of 2. */
    static String annotations(String version) {
        if (isJackson3(version)) {
            return "2.21";
        }
        String minor = version.replaceAll("\\.\\d+$", "");
        return Files.exists(JARS.resolve("jackson-annotations-" + minor + ".jar")) ? minor : version;
    }

    private static String program(String version) {
        return (isJackson3(version) ? Jackson3RoundTrip.class : Jackson2RoundTrip.class).getName();
    }

    private static boolean isJackson3(String version) {
        return version.startsWith("3.");
    }
}
