package io.github.ovhantispam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

    @ParameterizedTest
    @CsvSource({
        "This IP address is still blocked for 129 seconds, This IP address is still blocked for 129 seconds",
        "tèsté 日本 😀, tèsté 日本 😀",
        "'a\u0000b\u001b[31mc\u007fd\u0085e', a?b?[31mc?d?e",
        "'a\nb\r\nc\td', a?b??c?d",
        "'a\u202eb\u2028c\u2029d\ufefe', a?b?c?d?",
        "'a\ud800b\udc00', a?b?",
    })
    void of_anyText_hasNothingATerminalObeys(String text, String safe) {
        assertThat(PrintableText.of(text)).isEqualTo(safe);
    }

    @Test
    void of_longText_isCut() {
        assertThat(PrintableText.of("x".repeat(300))).isEqualTo("x".repeat(297) + "...");
        assertThat(PrintableText.of("x".repeat(297))).isEqualTo("x".repeat(297));
        assertThat(PrintableText.of("😀".repeat(1_000_000))).isEqualTo("😀".repeat(148) + "...");
    }
}
