package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails, logs and reports that speak of spam, addresses and port 25, and are not alerts. */
class NotAnAlertTest {

    private static final List<String> TEXTS = texts();

    @ParameterizedTest
    @EnumSource
    void parse_anotherText_isEmpty(AlertForm form) {
        for (String text : TEXTS) {
            assertThat(SpamAlert.parse(form.of(text))).as(text).isEmpty();
        }
    }

    @Test
    void parse_anotherTextAsString_isEmpty() {
        assertThat(TEXTS)
                .hasSizeGreaterThan(60)
                .allSatisfy(text -> assertThat(SpamAlert.parse(text)).as(text).isEmpty());
    }

    private static List<String> texts() {
        try (InputStream in = Objects.requireNonNull(NotAnAlertTest.class.getResourceAsStream("no-alerts.txt"))) {
            return List.of(new String(in.readAllBytes(), UTF_8).split("(?m)^=====\n", -1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
