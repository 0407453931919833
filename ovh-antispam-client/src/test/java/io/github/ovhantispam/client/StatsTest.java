package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.JournalEntry;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamStats;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statistics around the last block. */
class StatsTest {

    private static String asked(TestAccount account) {
        return account.emulator.journal().entries().stream()
                .filter(entry -> entry.operation() == Operation.GET_STATS)
                .map(JournalEntry::target)
                .reduce((first, last) -> last)
                .orElseThrow()
                .replaceAll(".*\\?", "");
    }

    @Test
    void stats_withoutArguments_areThoseOfTheLastBlock() {
        try (TestAccount account = TestAccount.open()) {
            account.address.stats(TestAccount.START.minus(Duration.ofHours(25)), 9, 9);
            account.clock.advance(Duration.ofDays(30));

            assertThat(account.ip().stats()).extracting(SpamStats::timestamp).containsExactly(TestAccount.START);
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(1);
            assertThat(account.count(Operation.GET_STATS)).isEqualTo(1);
            assertThat(asked(account))
                    .isEqualTo("from=2025-12-31T12%3A00%3A00%2B00%3A00&to=2026-01-02T12%3A00%3A00%2B00%3A00");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-01-02T12", "1, 2026-01-01T13", "23, 2026-01-02T11", "24, 2026-01-02T12", "999, 2026-01-02T12"})
    void stats_withoutArguments_endADayAfterTheBlockOrNow(long hoursLater, String to) {
        try (TestAccount account = TestAccount.open()) {
            account.clock.advance(Duration.ofHours(hoursLater));

            assertThat(account.ip().stats()).hasSize(1);
            assertThat(asked(account)).endsWith("&to=" + to + "%3A00%3A00%2B00%3A00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T22:59:59Z", "2031-05-05T05:05:05+05:00"})
    void stats_aroundADateOutOfTheWay_areAskedFor(String date) {
        try (TestAccount account = TestAccount.open()) {
            account.address.blockedAt(OffsetDateTime.parse(date), Duration.ofHours(1));

            List<SpamStats> stats = account.ip().stats();

            assertThat(stats).isEmpty();
            assertThat(account.count(Operation.GET_STATS)).isEqualTo(1);
        }
    }

    @Test
    void stats_ofAnAddressThatNeverSentSpam_areNotFound() {
        try (TestAccount account = TestAccount.open()) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> account.antispam
                            .ipBlock(TestAccount.BLOCK)
                            .spamIp("192.0.2.2")
                            .stats());
            assertThat(account.count(Operation.GET_STATS)).isZero();
        }
    }

    @Test
    void stats_fromAServerWhoseClockIsAhead_endAtItsTime() {
        try (TestAccount account =
                TestAccount.open(client -> client.clock(() -> TestAccount.START.minusSeconds(10_000_000)))) {
            account.clock.advance(Duration.ofHours(2));

            assertThat(account.ip().stats()).hasSize(1);
            assertThat(asked(account)).endsWith("&to=2026-01-01T14%3A00%3A00%2B00%3A00");
        }
    }
}
