package io.github.ovhantispam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class SpamIpTest {

    private static final OffsetDateTime BLOCKED = OffsetDateTime.parse("2022-08-29T17:42:50+01:00");

    @Test
    void unblockableAt_isDatePlusTime() {
        assertThat(blocked(BLOCKED, Duration.ofHours(1)).unblockableAt()).isEqualTo("2022-08-29T17:42:50Z");
    }

    @Test
    void unblockableAt_beyondTime_saturates() {
        assertThat(blocked(BLOCKED, Duration.ofSeconds(Long.MAX_VALUE)).unblockableAt())
                .isEqualTo(Instant.MAX);
        assertThat(blocked(OffsetDateTime.MAX, Duration.ofDays(400)).unblockableAt())
                .isEqualTo(Instant.MAX);
    }

    @Test
    void unblockableIn_beforeAndAfter_isWhatIsLeftAndNeverNegative() {
        SpamIp spam = blocked(BLOCKED, Duration.ofHours(1));

        assertThat(spam.unblockableIn(BLOCKED.toInstant())).isEqualTo(Duration.ofHours(1));
        assertThat(spam.unblockableIn(BLOCKED.toInstant().plusSeconds(3471))).isEqualTo(Duration.ofSeconds(129));
        assertThat(spam.unblockableIn(BLOCKED.toInstant().plusSeconds(3600))).isZero();
        assertThat(spam.unblockableIn(Instant.MAX)).isZero();
        assertThat(spam.unblockableIn(Instant.MIN)).isPositive();
    }

    @Test
    void of_timeTheApiCannotSay_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocked(BLOCKED, Duration.ofSeconds(-1)))
                .withMessage("SpamIp.time is negative: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> blocked(BLOCKED, Duration.ofMillis(1500)))
                .withMessageStartingWith("SpamIp.time is not in whole seconds");
    }

    @Test
    void of_null_namesTheArgument() {
        assertThatNullPointerException()
                .isThrownBy(() -> blocked(null, Duration.ZERO))
                .withMessage("date");
        assertThatNullPointerException()
                .isThrownBy(() -> blocked(BLOCKED, null))
                .withMessage("time");
    }

    private static SpamIp blocked(OffsetDateTime date, Duration time) {
        return SpamIp.of(IpAddress.of("122.122.122.122"), date, time, SpamState.BLOCKED_FOR_SPAM);
    }
}
