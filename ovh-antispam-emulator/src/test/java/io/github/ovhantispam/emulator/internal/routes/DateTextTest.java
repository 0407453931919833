package io.github.ovhantispam.emulator.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z,        2026-01-02T03:04:05+00:00",
        "2026-11-30T23:59:59Z,        2026-11-30T23:59:59+00:00",
        "2026-11-30T23:59:59.999Z,    2026-11-30T23:59:59+00:00",
        "2026-11-30T00:00Z,           2026-11-30T00:00:00+00:00",
        "2026-11-30T10:20:30+05:30,   2026-11-30T10:20:30+05:30",
        "2026-11-30T10:20:30-01:00,   2026-11-30T10:20:30-01:00",
        "1000-01-01T00:00:00Z,        1000-01-01T00:00:00+00:00",
        "9999-12-31T23:59:59Z,        9999-12-31T23:59:59+00:00",
        "0999-12-31T23:59:59Z,        0999-12-31T23:59:59+00:00",
        "+10000-01-01T00:00:00Z,     +10000-01-01T00:00:00+00:00",
        "-0001-01-01T00:00:00Z,       -0001-01-01T00:00:00+00:00"
    })
    void of_anyDate_hasSecondsAndANumericOffset(String date, String text) {
        assertThat(DateText.of(OffsetDateTime.parse(date))).isEqualTo(text);
    }
}
