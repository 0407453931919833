package io.github.ovhantispam.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jars of classes, sources and pages. */
class PublishedJarTest {

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:abstract |final |sealed |non-sealed )*(?:class|interface|record|enum|@interface) (\\w+)",
            Pattern.MULTILINE);

    static List<Artifact> jars() {
        return Artifact.jars();
    }

    /** Those with pages for people; the command line tool has them because Central asks. */
    static Stream<Artifact> libraries() {
        return jars().stream().filter(artifact -> !artifact.name().endsWith("-cli"));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void jars_ofEachArtifact_haveTheirSourcesAndPages(Artifact artifact) throws Exception {
        List<String> sources = artifact.entries("-sources").keySet().stream()
                .filter(name -> name.endsWith(".java"))
                .toList();
        assertThat(sources).isNotEmpty();
        assertThat(artifact.entries("").keySet())
                .containsAll(sources.stream()
                        .filter(name -> !name.endsWith("package-info.java"))
                        .map(name -> name.replaceAll("\\.java$", ".class"))
                        .toList())
                .anyMatch(name -> name.endsWith("package-info.class"));
        assertThat(artifact.entries("-javadoc")).containsKey("index.html");
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void frontPage_ofEachLibrary_beginsQuickly_andGroupsItsPublicTypes(Artifact artifact) throws Exception {
        Map<String, byte[]> pages = artifact.entries("-javadoc");

        String front = new String(pages.get("index.html"), UTF_8);
        assertThat(front).contains("Quick start", "The types by purpose");
        for (String type : publicTypes(rootPackage(artifact))) {
            assertThat(front).as("the front page of %s", artifact).contains(">" + type + "</code></a>");
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void pages_ofEachLibrary_showNothingInternal(Artifact artifact) throws Exception {
        assertThat(artifact.entries("-javadoc").keySet()).noneMatch(name -> name.contains("/internal"));
        assertThat(new String(artifact.entries("-javadoc").get("element-list"), UTF_8))
                .doesNotContain("internal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ovh-antispam-client",
                "ovh-antispam-mail",
                "ovh-antispam-jdbc",
                "ovh-antispam-spring-boot-starter"
            })
    void pages_ofWhatIsBuiltOnAnother_linkToIt(String name) throws Exception {
        Map<String, byte[]> pages = new Artifact(name).entries("-javadoc");

        assertThat(pages.entrySet().stream()
                        .filter(page -> page.getKey().endsWith(".html"))
                        .map(page -> new String(page.getValue(), UTF_8)))
                .anyMatch(text -> text.contains("href=\"https://javadoc.io/doc/io.github.ovhantispam/ovh-antispam-"));
    }

    private static Path rootPackage(Artifact artifact) throws IOException {
        try (Stream<Path> files = Files.walk(artifact.sourceDirectory())) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .min((one, other) -> Integer.compare(one.getNameCount(), other.getNameCount()))
                    .orElseThrow();
        }
    }

    private static List<String> publicTypes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> texts = files.filter(file -> file.toString().endsWith(".java"))
                    .map(PublishedJarTest::read)
                    .toList();
            return texts.stream()
                    .flatMap(text -> PUBLIC_TYPE.matcher(text).results().map(result -> result.group(1)))
                    .filter(type -> !isForAnotherPackageOnly(type))
                    .toList();
        }
    }

    /** Public for Spring, which makes them, and nothing for an application. */
    private static boolean isForAnotherPackageOnly(String type) {
        return Stream.of("AutoConfiguration", "FailureAnalyzer").anyMatch(type::endsWith);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
