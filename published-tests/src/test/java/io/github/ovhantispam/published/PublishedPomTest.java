package io.github.ovhantispam.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The POMs by themselves: what Gradle and other tools trip over, and what Central refuses. */
class PublishedPomTest {

    private static final List<String> METADATA =
            List.of("name", "description", "url", "licenses", "developers", "scm", "groupId", "version");

    static List<Artifact> jars() {
        return Artifact.jars();
    }

    static Stream<Artifact> all() {
        return Stream.concat(Stream.of(Artifact.bom()), jars().stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void pom_ofEachArtifact_standsAlone(Artifact artifact) throws Exception {
        Pom pom = Pom.of(artifact);

        assertThat(pom.text()).doesNotContain("${");
        assertThat(pom.elements())
                .contains(METADATA.toArray(String[]::new))
                .doesNotContain(
                        "parent",
                        "properties",
                        "profiles",
                        "build",
                        "repositories",
                        "pluginRepositories",
                        "distributionManagement",
                        "reporting",
                        "modules");
    }

    @ParameterizedTest
    @MethodSource("jars")
    void dependencies_ofEachArtifact_haveOneVersionAndAScopeOfUsers(Artifact artifact) throws Exception {
        Pom pom = Pom.of(artifact);

        assertThat(pom.elements()).doesNotContain("dependencyManagement");
        assertThat(pom.dependencies()).isNotEmpty().allSatisfy(dependency -> {
            assertThat(Pom.child(dependency, "version"))
                    .matches("[0-9A-Za-z.-]+")
                    .doesNotMatch("LATEST|RELEASE");
            assertThat(Pom.child(dependency, "scope")).isIn("compile", "runtime");
            assertThat(Pom.child(dependency, "systemPath")).isEmpty();
            assertThat(Pom.child(dependency, "type")).isEmpty();
        });
        assertThat(pom.dependencies().stream().filter(PublishedPomTest::isForeign))
                .allSatisfy(dependency ->
                        assertThat(Pom.child(dependency, "version")).doesNotEndWith("-SNAPSHOT"));
    }

    @Test
    void bom_manages_allArtifactsAndNothingElse() throws Exception {
        Pom pom = Pom.of(Artifact.bom());

        assertThat(pom.elements()).doesNotContain("dependencies");
        assertThat(pom.dependencies())
                .noneMatch(PublishedPomTest::isForeign)
                .allSatisfy(dependency ->
                        assertThat(Pom.child(dependency, "version")).isEqualTo(System.getProperty("version")))
                .extracting(dependency -> Pom.child(dependency, "artifactId"))
                .containsExactlyInAnyOrderElementsOf(Artifact.JARS);
    }

    private static boolean isForeign(Element dependency) {
        return !Pom.child(dependency, "groupId").equals("io.github.ovhantispam");
    }
}
