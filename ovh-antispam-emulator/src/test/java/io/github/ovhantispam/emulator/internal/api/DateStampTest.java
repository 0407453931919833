package io.github.ovhantispam.emulator.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DateStampTest {

    private final EmulatorClock clock = EmulatorClock.startingAt(Instant.parse("2022-08-29T16:42:50.900Z"));
    private final DateStamp date = new DateStamp(clock);

    @Test
    void date_withinASecond_isWrittenOnce() {
        String first = date.now();
        clock.advance(Duration.ofMillis(99));

        assertThat(first).isEqualTo("Mon, 29 Aug 2022 16:42:50 GMT");
        assertThat(date.now()).isSameAs(first);
    }

    @Test
    void date_ofTheNextSecond_isAnother() {
        assertThat(date.now()).endsWith(":50 GMT");
        clock.advance(Duration.ofMillis(100));

        assertThat(date.now()).isEqualTo("Mon, 29 Aug 2022 16:42:51 GMT");
    }
}
