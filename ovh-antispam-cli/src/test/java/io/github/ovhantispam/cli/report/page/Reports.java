package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportPeriod;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.ReportedTrace;
import io.github.ovhantispam.cli.report.UnreadBlock;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Reports for tests, the same ones each time. */
final class Reports {

    static final Instant NOW = Instant.parse("2026-03-17T08:12:30Z");
    static final IpAddress ADDRESS = IpAddress.of("192.0.2.10");
    static final IpBlock BLOCK = IpBlock.of("192.0.2.0/27");

    private Reports() {}

    /** Returns the report of README's picture: one blocked address of two, traced. */
    static Report typical() {
        Random random = new Random(7);
        List<String> destinations = List.of(
                "203.0.113.25", "203.0.113.80", "198.51.100.7", "192.0.2.155", "198.51.100.200", "203.0.113.14");
        List<SpamTarget> mails = new ArrayList<>();
        Map<String, String> origins = new LinkedHashMap<>();
        for (int i = 0; i < 38; i++) {
            String messageId = Integer.toHexString(random.nextInt()) + '.' + i + "@shop.example.net";
            mails.add(SpamTarget.of(
                    NOW.minusSeconds(5000 + random.nextInt(20_000)),
                    IpAddress.of(destinations.get(i < 9 ? 0 : random.nextInt(6))),
                    messageId,
                    180 + (long) (Math.abs(random.nextGaussian()) * 90)));
            origins.put(messageId, i % 5 == 0 ? "client 192.0.2.77" : "SASL user shop@example.net");
        }
        ReportedAddress blocked = ReportedAddress.of(
                BLOCK,
                spamIp(ADDRESS, NOW.minusSeconds(4800), Duration.ofHours(2), SpamState.BLOCKED_FOR_SPAM),
                List.of(
                        SpamStats.of(NOW.minusSeconds(4800), 412, 980, 266L, mails),
                        SpamStats.of(NOW.minus(Duration.ofDays(6)), 120, 640, 240L, List.of()),
                        SpamStats.of(NOW.minus(Duration.ofDays(19)), 35, 700, 210L, List.of())));
        ReportedAddress free = ReportedAddress.of(
                BLOCK,
                spamIp(
                        IpAddress.of("192.0.2.23"),
                        NOW.minus(Duration.ofDays(2)),
                        Duration.ofHours(1),
                        SpamState.UNBLOCKED),
                List.of(SpamStats.of(NOW.minus(Duration.ofDays(2)), 60, 300, 200L, List.of())));
        return new Report(
                false,
                Optional.empty(),
                new ReportPeriod(NOW, 30, ZoneId.of("Europe/Paris")),
                List.of(blocked, free),
                List.of(),
                Optional.of(new ReportedTrace(
                        List.of(
                                new ReportedTrace.Culprit("SASL user shop@example.net", 30, 3),
                                new ReportedTrace.Culprit("client 192.0.2.77", 8, 0)),
                        origins,
                        0,
                        List.of())));
    }

    /** Returns the report of an address that never sent spam. */
    static Report none() {
        return new Report(false, Optional.of(ADDRESS), period(), List.of(), List.of(), Optional.empty());
    }

    /** Returns the report of one blocked address with as many sampled mails. */
    static Report withSamples(int count) {
        List<SpamTarget> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(SpamTarget.of(
                    NOW.minusSeconds(i), IpAddress.of("198.51.100." + i % 250), "id-" + i + "@example.net", i % 500));
        }
        return of(blocked(mails));
    }

    /** Returns a report whose every text from outside is hostile. */
    static Report hostile(List<String> texts) {
        List<SpamTarget> mails = new ArrayList<>();
        Map<String, String> origins = new LinkedHashMap<>();
        List<ReportedTrace.Culprit> culprits = new ArrayList<>();
        List<UnreadBlock> unread = new ArrayList<>();
        List<ReportedAddress> addresses = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            mails.add(SpamTarget.of(NOW.minusSeconds(60), IpAddress.of("198.51.100." + i % 250), text, 300 + i));
            origins.put(text, text);
            culprits.add(new ReportedTrace.Culprit(text, 1, 0));
            unread.add(new UnreadBlock(BLOCK, text));
            if (!text.isEmpty()) {
                addresses.add(new ReportedAddress(
                        BLOCK,
                        spamIp(IpAddress.of("192.0.2." + i % 250), NOW, Duration.ZERO, SpamState.of(text)),
                        List.of(),
                        Optional.of(text)));
            }
        }
        addresses.add(blocked(mails));
        return new Report(
                false,
                Optional.empty(),
                period(),
                addresses,
                unread,
                Optional.of(new ReportedTrace(culprits, origins, 1, texts)));
    }

    static Report of(ReportedAddress... addresses) {
        return new Report(false, Optional.of(ADDRESS), period(), List.of(addresses), List.of(), Optional.empty());
    }

    static ReportedAddress blocked(List<SpamTarget> mails) {
        return ReportedAddress.of(
                BLOCK,
                spamIp(ADDRESS, NOW.minusSeconds(600), Duration.ofHours(1), SpamState.BLOCKED_FOR_SPAM),
                List.of(SpamStats.of(NOW.minusSeconds(600), mails.size(), mails.size(), null, mails)));
    }

    static ReportPeriod period() {
        return new ReportPeriod(NOW, 30, ZoneOffset.UTC);
    }

    static SpamIp spamIp(IpAddress address, Instant date, Duration time, SpamState state) {
        return SpamIp.of(address, date.atOffset(ZoneOffset.UTC), time, state);
    }
}
