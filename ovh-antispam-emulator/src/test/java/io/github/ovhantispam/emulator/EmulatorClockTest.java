package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmulatorClockTest {

    private static final Instant START = Instant.parse("2022-08-29T16:42:50Z");

    @Test
    void sleep_onAVirtualClock_advancesItAtOnce() throws InterruptedException {
        EmulatorClock clock = EmulatorClock.startingAt(START);

        clock.sleep(Duration.ofHours(1));
        clock.sleep(Duration.ofSeconds(-5));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3600));
        assertThat(clock.isVirtual()).isTrue();
    }

    @Test
    void sleep_ofAnInterruptedThread_throwsAndAdvancesNothing() {
        EmulatorClock clock = EmulatorClock.startingAt(START);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> clock.sleep(Duration.ofHours(1)));
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void advance_backwardsOrBeyondTime_isRefused() {
        EmulatorClock clock = EmulatorClock.startingAt(START);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void advance_onTheMachinesClock_putsItAhead() {
        EmulatorClock clock = EmulatorClock.system();

        clock.advance(Duration.ofDays(1));

        assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(clock.isVirtual()).isFalse();
    }
}
