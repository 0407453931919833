package io.github.ovhantispam.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The openings of doc comments: a noun phrase for a type, a verb for a method, and never a clause without a head. */
class DocOpeningsTest {

    private static final Pattern HEADLESS =
            Pattern.compile("/\\*\\*[\\s*]*+(?:What|Whether|How|Says|Who|Whom|Whose)\\b[^\\n]*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ovh-antispam-model",
                "ovh-antispam-client",
                "ovh-antispam-emulator",
                "ovh-antispam-mail",
                "ovh-antispam-cli",
                "ovh-antispam-micrometer",
                "ovh-antispam-jdbc",
                "ovh-antispam-spring-boot-starter",
                "examples",
                "benchmarks"
            })
    void docComments_ofAModule_openWithANounOrAVerb(String module) throws IOException {
        Path sources = Path.of("..", module, "src", "main", "java");

        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();

            assertThat(java).isNotEmpty();
            assertThat(java.stream().flatMap(file -> headless(read(file)).map(found -> file + ": " + found)))
                    .isEmpty();
        }
    }

    @Test
    void headlessOpenings_areFoundInEitherForm() {
        String source = "/** Whether it is. */\n/**\n * How it is.\n */\n/** However it is. */\n// What it is.";

        assertThat(headless(source)).hasSize(2);
    }

    private static Stream<String> headless(String source) {
        return HEADLESS.matcher(source).results().map(MatchResult::group);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
