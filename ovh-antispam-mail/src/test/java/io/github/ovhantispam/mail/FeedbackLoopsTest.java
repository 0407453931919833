package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackLoopsTest {

    private final LoopbackDns dns = new LoopbackDns();

    @AfterEach
    void stop() {
        dns.close();
    }

    @ParameterizedTest
    @CsvSource({
        "yahoo.fr, Yahoo, COMPLAINTS",
        "Hotmail.COM, Microsoft, COMPLAINTS",
        "gmail.com, Gmail, STATISTICS",
        "wanadoo.fr, Signal Spam, STATISTICS",
        "web.de, GMX, INFORMATION"
    })
    void ofDomain_domainOfTheList_isFoundWithoutDns(String domain, String provider, FeedbackLoop.Kind kind) {
        assertThat(loops().ofDomain(domain).loops()).first().satisfies(loop -> {
            assertThat(loop.provider()).startsWith(provider);
            assertThat(loop.kind()).isEqualTo(kind);
            assertThat(loop.register()).hasScheme("https");
            assertThat(loop.source()).hasScheme("https");
            assertThat(loop.checked()).isAfter(LocalDate.of(2026, 1, 1));
        });
        assertThat(dns.queries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mta5.am0.yahoodns.net, Yahoo",
        "company-fr.olc.protection.outlook.com, Microsoft",
        "alt1.gmail-smtp-in.l.google.com, Gmail",
        "MX2.zoho.EU, Zoho",
        "in1-smtp.messagingengine.com, Validity"
    })
    void ofDomain_otherDomain_isFoundByItsExchanger(String exchanger, String provider) {
        dns.add("company.test", "MX", "10 " + exchanger + ".");

        assertThat(loops().ofDomain("company.test").loops())
                .singleElement()
                .satisfies(loop -> assertThat(loop.provider()).startsWith(provider));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company.mail.protection.outlook.com",
                "yahoodns.net.evil.test",
                "evilyahoodns.net",
                "c-73-1-2-3.hsd1.comcast.net",
                "mx.a.b.zoho.com"
            })
    void ofDomain_exchangerThatOnlyLooksAlike_isNotTaken(String exchanger) {
        dns.add("company.test", "MX", "10 " + exchanger + ".");

        assertThat(loops().ofDomain("company.test").loops()).isEmpty();
    }

    @Test
    void ofDomain_domainThatCannotBeAsked_hasNone() {
        assertThat(loops().ofDomain("a..b\u001b[31m")).satisfies(result -> {
            assertThat(result.loops()).isEmpty();
            assertThat(result.destination()).doesNotContain("\u001b");
        });
    }

    @Test
    void ofDomain_dnsFailure_isTroubleAndNotNone() {
        dns.failing("company.test");

        assertThat(loops().ofDomain("company.test").trouble()).isPresent();
    }

    @Test
    void of_alert_looksUpEachDestinationOnceByItsReverseName() {
        dns.add("9.2.0.192.in-addr.arpa", "PTR", "mxs.mail.ru.");

        List<DestinationLoops> results = loops().of(alert());

        assertThat(results).hasSize(2);
        assertThat(results.get(0).loops())
                .singleElement()
                .satisfies(loop -> assertThat(loop).hasToString("Mail.ru Postmaster, https://postmaster.mail.ru/add/"));
        assertThat(results.get(1).loops()).isEmpty();
        assertThat(dns.queries()).hasSize(2);
    }

    @Test
    void run_mailToProvidersWithALoop_recommendsEach() {
        dns.add("company.test", "MX", "10 mta5.am0.yahoodns.net.");

        List<AuditFinding> findings = findings("To: a@company.test, b@yahoo.com\r\nCc: c@gmail.com\r\n");

        assertThat(findings).hasSize(2).allMatch(finding -> finding.verdict() == Verdict.WARN);
        assertThat(findings.get(0).evidence())
                .startsWith("company.test, yahoo.com: ")
                .contains("https://senders.yahooinc.com/");
        assertThat(findings.get(1).evidence()).startsWith("gmail.com: ");
    }

    @ParameterizedTest
    @CsvSource({
        "To: a@other.test, PASS",
        "To: a@web.de, PASS",
        "To: undisclosed-recipients:;, UNKNOWN",
        "To: a@broken.test, UNKNOWN"
    })
    void run_mailElsewhere_passesOrIsUnknown(String to, Verdict expected) {
        dns.failing("broken.test");

        assertThat(findings(to + "\r\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(expected));
    }

    @Test
    void run_alert_checksItsAddressAndDestinations() {
        dns.add("9.2.0.192.in-addr.arpa", "PTR", "mxs.mail.ru.").add("1.2.0.192.in-addr.arpa", "PTR", "m.sender.test.");

        AuditReport report = SenderAudit.using(resolver()).alert(alert()).run();

        assertThat(report.finding("feedback-loop").orElseThrow().evidence()).startsWith("192.0.2.9: register");
        assertThat(report.finding("fcrdns")).isPresent();
    }

    private List<AuditFinding> findings(String recipients) {
        String mail = "From: news@sender.test\r\n" + recipients + "\r\nHello.\r\n";
        return SenderAudit.using(resolver()).message(mail.getBytes(US_ASCII)).run().findings().stream()
                .filter(finding -> finding.rule().equals("feedback-loop"))
                .toList();
    }

    private static SpamAlert alert() {
        return new SpamAlert(
                IpAddress.of("192.0.2.1"), List.of(sample("192.0.2.9"), sample("192.0.2.9"), sample("192.0.2.10")));
    }

    private static SpamSample sample(String destination) {
        return new SpamSample(IpAddress.of(destination), Optional.empty(), 300);
    }

    private FeedbackLoops loops() {
        return FeedbackLoops.using(resolver());
    }

    private DnsResolver resolver() {
        return DnsResolver.of(dns.address()).timeout(Duration.ofMillis(800));
    }
}
