package io.github.ovhantispam.cli.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportPeriod;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.SampledMail;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void scores_ofUsualMails_areInRoundRanges() {
        assertThat(ScoreDistribution.of(new long[] {300, 310, 349, 410}))
                .containsExactly(
                        new Bar("300 to 319", 2),
                        new Bar("320 to 339", 0),
                        new Bar("340 to 359", 1),
                        new Bar("360 to 379", 0),
                        new Bar("380 to 399", 0),
                        new Bar("400 to 419", 1));
    }

    @Test
    void scores_allEqual_areOneRange() {
        assertThat(ScoreDistribution.of(new long[] {300, 300})).containsExactly(new Bar("300", 2));
    }

    @Test
    void scores_none_haveNoRange() {
        assertThat(ScoreDistribution.of(new long[0])).isEmpty();
    }

    @Test
    void scores_fromTheLowestToTheHighestNumber_areCounted() {
        List<Bar> bars = ScoreDistribution.of(new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE});

        assertThat(bars).hasSizeLessThanOrEqualTo(12);
        assertThat(bars.get(0).mails()).isEqualTo(1);
        assertThat(bars.stream().mapToLong(Bar::mails).sum()).isEqualTo(4);
    }

    @Test
    void scores_ofAThousandRandomSets_areEachCountedOnceInAFewRanges() {
        Random random = new Random(2026);
        for (int round = 0; round < 1000; round++) {
            long[] scores = new long[1 + random.nextInt(50)];
            long scale = 1L << random.nextInt(63);
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextLong() % scale;
            }

            List<Bar> bars = ScoreDistribution.of(scores);

            assertThat(bars).hasSizeBetween(1, 12);
            assertThat(bars.stream().mapToLong(Bar::mails).sum()).isEqualTo(scores.length);
            assertThat(bars.get(0).mails()).isPositive();
            assertThat(bars.get(bars.size() - 1).mails()).isPositive();
        }
    }

    @Test
    void destinations_moreThanTen_areRankedAndTheRestCounted() {
        List<SampledMail> samples = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            for (int mails = 0; mails <= i; mails++) {
                samples.add(sample("198.51.100." + i));
            }
        }

        TopDestinations top = TopDestinations.of(samples);

        assertThat(top.bars()).hasSize(10).startsWith(new Bar("198.51.100.14", 15), new Bar("198.51.100.13", 14));
        assertThat(top.others()).isEqualTo(5);
        assertThat(top.othersMails()).isEqualTo(1 + 2 + 3 + 4 + 5);
    }

    private static SampledMail sample(String destination) {
        return new SampledMail(
                Reports.ADDRESS, SpamTarget.of(Reports.NOW, IpAddress.of(destination), "id@example.net", 300));
    }

    @Test
    void days_acrossAChangeOfTheClock_areEachThereOnce() {
        ZoneId paris = ZoneId.of("Europe/Paris"); // the clock changed on 29 March 2026
        SpamPerDay spam = SpamPerDay.of(report(
                new ReportPeriod(Instant.parse("2026-03-30T21:59:59Z"), 3, paris),
                SpamStats.of(Instant.parse("2026-03-28T22:59:59Z"), 1, 10, null, List.of()),
                SpamStats.of(Instant.parse("2026-03-28T23:00:00Z"), 2, 20, null, List.of()),
                SpamStats.of(Instant.parse("2026-03-29T21:59:59Z"), 3, 30, null, List.of()),
                SpamStats.of(Instant.parse("2026-03-29T22:00:00Z"), 4, 40, null, List.of())));

        assertThat(spam.days())
                .containsExactly(
                        new SpamPerDay.Day(LocalDate.of(2026, 3, 28), 1, 10),
                        new SpamPerDay.Day(LocalDate.of(2026, 3, 29), 5, 50),
                        new SpamPerDay.Day(LocalDate.of(2026, 3, 30), 4, 40));
        assertThat(spam.outside()).isZero();
    }

    @Test
    void days_outsideThePeriod_areCountedApart() {
        SpamPerDay spam = SpamPerDay.of(report(
                Reports.period(),
                SpamStats.of(Reports.NOW.minus(Duration.ofDays(31)), 1, 10, null, List.of()),
                SpamStats.of(Reports.NOW.plus(Duration.ofDays(2)), 1, 10, null, List.of())));

        assertThat(spam.isEmpty()).isTrue();
        assertThat(spam.outside()).isEqualTo(2);
    }

    @Test
    void days_countsThatOverflow_stopAtTheLargestNumber() {
        SpamPerDay spam = SpamPerDay.of(report(
                Reports.period(),
                SpamStats.of(Reports.NOW, Long.MAX_VALUE, 0, null, List.of()),
                SpamStats.of(Reports.NOW, Long.MAX_VALUE, 5, null, List.of())));

        assertThat(spam.mostMails()).isEqualTo(Long.MAX_VALUE);
    }

    private static Report report(ReportPeriod period, SpamStats... statistics) {
        ReportedAddress address = ReportedAddress.of(
                Reports.BLOCK,
                Reports.spamIp(Reports.ADDRESS, Reports.NOW, Duration.ofHours(1), SpamState.BLOCKED_FOR_SPAM),
                List.of(statistics));
        return new Report(false, Optional.empty(), period, List.of(address), List.of(), Optional.empty());
    }
}
