package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What editors are told of the properties. */
class ConfigurationMetadataTest {

    private static final String PREFIX = "ovh.antispam.";

    @Test
    void metadata_namesEveryProperty_withItsDefault() throws IOException {
        String metadata = metadata();
        List<String> expected = Stream.concat(
                        Stream.of(PREFIX + "enabled"), properties(PREFIX, AntispamProperties.class))
                .toList();

        assertThat(Pattern.compile(
                                "\"name\": \"(ovh\\.antispam\\.[^\"]+)\",\\s+\"type\": \"[^\"]+\",\\s+\"description\"")
                        .matcher(metadata)
                        .results()
                        .map(match -> match.group(1)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void defaults_inMetadata_areThoseOfTheRecord() throws IOException {
        String metadata = metadata();

        for (RecordComponent component : AntispamProperties.Watch.class.getRecordComponents()) {
            DefaultValue value = component.getAccessor().getAnnotation(DefaultValue.class);
            if (value == null || value.value().length == 0) {
                continue;
            }
            assertThat(metadata)
                    .containsPattern("\"" + PREFIX + "watch." + kebab(component.getName())
                            + "\",[^}]+\"defaultValue\": \"?" + Pattern.quote(value.value()[0]) + "\"?\\s");
        }
    }

    private static Stream<String> properties(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getType().isRecord()
                        ? properties(prefix + kebab(component.getName()) + '.', component.getType())
                        : Stream.of(prefix + kebab(component.getName())));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String metadata() throws IOException {
        try (InputStream in =
                AntispamProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
