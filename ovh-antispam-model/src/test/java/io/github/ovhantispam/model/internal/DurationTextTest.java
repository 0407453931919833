package io.github.ovhantispam.model.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT1S, 1 s",
        "PT59S, 59 s",
        "PT60S, 1 min",
        "PT129S, 2 min 9 s",
        "PT58M51S, 58 min 51 s",
        "PT1H, 1 h",
        "PT2H5M, 2 h 5 min",
        "PT2H5S, 2 h 5 s",
        "PT24H, 1 d",
        "P1DT30M, 1 d 30 min",
        "P3650D, 3650 d",
        "PT0.25S, 250 ms",
        "PT0.0005S, 0.5 ms",
        "PT0.000000001S, 0.000001 ms",
        "PT0.999999999S, 1 s",
        "PT0.123456S, 123 ms",
        "PT1.5S, 1.5 s",
        "PT10S, 10 s",
        "PT1M0.1S, 1 min",
        "PT7.5S, 7.5 s",
        "PT9.96S, 10 s",
        "PT25.3125S, 25 s",
        "PT59.9S, 1 min",
        "PT23H59M59.5S, 1 d",
        "PT-5S, -5 s",
        "PT-0.5S, -500 ms",
        "PT-1H-1S, -1 h 1 s",
        "PT100H, 4 d 4 h",
    })
    void of_anyDuration_isAsPeopleWriteIt(Duration duration, String text) {
        assertThat(DurationText.of(duration)).isEqualTo(text);
    }

    @Test
    void of_theExtremes_isPrinted() {
        assertThat(DurationText.of(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("106751991167300 d 15 h 30 min 7 s");
        assertThat(DurationText.of(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo("-106751991167300 d 15 h 30 min 8 s");
    }
}
