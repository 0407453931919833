package io.github.ovhantispam.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bills of materials, and the licences in them: a user takes on those of all that comes along. */
@DisabledIfSystemProperty(
        named = "offline",
        matches = "is true",
        disabledReason = "Maven's -o makes no bill of materials")
class LicencesTest {

    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "Public Domain, per Creative Commons CC0");

    static List<Artifact> jars() {
        return Artifact.jars();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void dependencies_ofEachArtifact_haveALicenceThatIsAllowed(Artifact artifact) throws Exception {
        JsonNode bill = new ObjectMapper().readTree(artifact.billOfMaterials().toFile());

        assertThat(bill.at("/metadata/component/name").textValue()).isEqualTo(artifact.name());
        assertThat(bill.path("components"))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(licences(component))
                        .as("a licence of %s", component.path("purl").textValue())
                        .anyMatch(ALLOWED::contains));
    }

    /** Returns the licences, one of which a user may choose. */
    private static List<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(choice -> choice.path("license"))
                .map(licence -> licence.path("id").asText(licence.path("name").asText()))
                .toList();
    }
}
