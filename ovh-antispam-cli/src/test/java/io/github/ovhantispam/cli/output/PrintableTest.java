package io.github.ovhantispam.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain@example.org|plain@example.org",
                "a\u001b[2Jb|a\\u001b[2Jb",
                "'a\nb'|a\\u000ab",
                "a\u0085b|a\\u0085b",
                "a\u202eb|a\\u202eb",
                "\u00e9\u4e2d|\u00e9\u4e2d",
                "a\ud800b|a\\ud800b"
            })
    void of_whatATerminalMayObey_isEscaped(String text, String expected) {
        assertThat(Printable.of(text)).isEqualTo(expected);
    }
}
