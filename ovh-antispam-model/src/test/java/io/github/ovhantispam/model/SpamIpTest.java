package io.github.ovhantispam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class SpamIpTest {

    private static final OffsetDateTime BLOCKED = OffsetDateTime.parse("2022-08-29T17:42:50+01:00");

    @Test
    void releasableAt_isDatePlusTimeWithTheOffsetOfTheDate() {
        assertThat(blocked(BLOCKED, Duration.ofHours(1)).releasableAt()).hasToString("2022-08-29T18:42:50+01:00");
        assertThat(blocked(BLOCKED, Duration.ZERO).releasableAt()).isEqualTo(BLOCKED);
    }

    @Test
    void releasableAt_beyondTime_saturates() {
        assertThat(blocked(BLOCKED, Duration.ofSeconds(Long.MAX_VALUE)).releasableAt())
                .isEqualTo(LocalDateTime.MAX.atOffset(BLOCKED.getOffset()));
        assertThat(blocked(OffsetDateTime.MAX, Duration.ofDays(400)).releasableAt())
                .isEqualTo(OffsetDateTime.MAX);
        assertThat(blocked(BLOCKED, Duration.ofSeconds(Long.MAX_VALUE)).releasableIn(Instant.MIN))
                .isPositive();
    }

    @Test
    void releasableIn_beforeAndAfter_isWhatIsLeftAndNeverNegative() {
        SpamIp spam = blocked(BLOCKED, Duration.ofHours(1));

        assertThat(spam.releasableIn(BLOCKED.toInstant())).isEqualTo(Duration.ofHours(1));
        assertThat(spam.releasableIn(BLOCKED.toInstant().plusSeconds(3471))).isEqualTo(Duration.ofSeconds(129));
        assertThat(spam.releasableIn(BLOCKED.toInstant().plusSeconds(3600))).isZero();
        assertThat(spam.releasableIn(Instant.MAX)).isZero();
        assertThat(spam.releasableIn(Instant.MIN)).isPositive();
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
