package io.github.ovhantispam.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No secret, and no eight characters of one, in anything that a program prints or logs. */
class SecretsTest {

    private static final int PIECE = 8;

    @Test
    void output_ofEveryFailureAtTheMostTalkativeLevel_holdsNoSecret() throws Exception {
        List<String> printed = ChildJvm.run(
                Map.of(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                "-Dorg.slf4j.simpleLogger.showDateTime=false",
                "-cp",
                System.getProperty("java.class.path"),
                SecretsProgram.class.getName());

        Set<String> pieces = new HashSet<>();
        for (String line : printed) {
            if (line.startsWith("SECRET ")) {
                String secret = new StringBuilder(line.substring("SECRET ".length()))
                        .reverse()
                        .toString();
                for (int i = 0; i + PIECE <= secret.length(); i++) {
                    pieces.add(secret.substring(i, i + PIECE));
                }
            }
        }
        assertThat(pieces).hasSizeGreaterThan(100);
        assertThat(printed)
                .hasSizeGreaterThan(1000)
                .anyMatch(line -> line.contains("DEBUG io.github.ovhantispam.client"));
        assertThat(printed)
                .filteredOn(line -> line.matches(".*\\$1\\$[0-9a-f]{8}.*")
                        || pieces.stream().anyMatch(line::contains))
                .isEmpty();
    }
}
