package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.model.IpAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderAuditTest {

    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.1");
    private static final String REVERSE = "1.2.0.192.in-addr.arpa";
    private static final String HEADERS = String.join(
            "\r\n",
            "From: News <news@sender.test>",
            "Subject: The month of May",
            "Date: Tue, 24 Nov 2026 10:00:00 +0000",
            "Message-ID: <1@sender.test>",
            "");

    private final LoopbackDns dns = new LoopbackDns();

    @BeforeEach
    void zone() {
        dns.add("mail.sender.test", "A", "192.0.2.1");
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void run_nothingSet_isRefused() {
        assertThatIllegalStateException().isThrownBy(() -> audit().run()).withMessageContaining("set address(..)");
    }

    @Test
    void run_nameThatLeadsBack_passes() {
        dns.add(REVERSE, "PTR", "Mail.Sender.TEST.");

        assertThat(address("fcrdns")).isEqualTo(Verdict.PASS);
        assertThat(address("reverse-name")).isEqualTo(Verdict.PASS);
    }

    @Test
    void run_delegatedReverseZone_passes() {
        dns.add(REVERSE, "CNAME", "1.0-24.2.0.192.in-addr.arpa.")
                .add("1.0-24.2.0.192.in-addr.arpa", "PTR", "mail.sender.test.");

        assertThat(address("fcrdns")).isEqualTo(Verdict.PASS);
    }

    @Test
    void run_noReverseName_failsAndSaysWhatRepairsIt() {
        assertThat(audit().address(ADDRESS).run().finding("fcrdns"))
                .hasValueSatisfying(finding ->
                        assertThat(finding.toString()).startsWith("FAIL").contains("reverse()"));
    }

    @Test
    void run_nameOfTheNetwork_isAWarning() {
        dns.add(REVERSE, "PTR", "ns123.ip-192-0-2.eu.").add("ns123.ip-192-0-2.eu", "A", "192.0.2.1");

        assertThat(address("reverse-name")).isEqualTo(Verdict.WARN);
    }

    @Test
    void run_dnsInTrouble_isUnknown() {
        dns.failing(REVERSE).silent("_dmarc.sender.test").silent("sender.test");
        AuditReport report =
                audit().address(ADDRESS).message(mail(HEADERS + "\r\nHello")).run();

        for (String rule : new String[] {"fcrdns", "spf", "spf-record", "dmarc"}) {
            assertThat(report.finding(rule))
                    .as(rule)
                    .hasValueSatisfying(f -> assertThat(f.verdict()).isEqualTo(Verdict.UNKNOWN));
        }
    }

    @Test
    void run_aliasesInACircle_areUnknownOrMissing() {
        dns.add(REVERSE, "CNAME", "a.loop.test.")
                .add("a.loop.test", "CNAME", "b.loop.test.")
                .add("b.loop.test", "CNAME", "a.loop.test.");

        assertThat(address("fcrdns")).isNotEqualTo(Verdict.PASS);
        assertThat(dns.queries()).hasSizeLessThan(31);
    }

    @Test
    void run_thousandsOfNames_stopsWithinTheLimit() {
        for (int i = 0; i < 2000; i++) {
            dns.add(REVERSE, "PTR", "n" + i + ".x.");
        }

        assertThat(address("fcrdns")).isNotEqualTo(Verdict.PASS);
        assertThat(dns.queries()).hasSizeLessThan(31);
    }

    @Test
    void run_nameWithEscapes_isPrintable() {
        dns.add(REVERSE, "PTR", "a\\027\\010b\\.c.test.");

        assertThat(audit().address(ADDRESS)
                        .run()
                        .finding("fcrdns")
                        .orElseThrow()
                        .evidence())
                .matches("\\P{Cntrl}+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:192.0.2.1 -all | PASS",
                "v=spf1 +all | FAIL",
                "v=spf1 all | FAIL",
                "v=spf1 ptr -all | WARN",
                "v=spf1 ip4:192.0.2.1 | WARN"
            })
    void run_spfRecord_isJudged(String record, Verdict expected) {
        dns.text("sender.test", record);

        assertThat(mailRule(HEADERS + "\r\nHello", "spf-record")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sender.test | v=DMARC1; p=reject | PASS",
                "sender.test | v=DMARC1; p=none | WARN",
                "test | v=DMARC1; p=reject; psd=y | PASS",
                "sender.test | p=reject | FAIL",
                "other.test | v=DMARC1; p=reject | FAIL"
            })
    void run_dmarcRecord_isFoundByTheWalk(String domain, String record, Verdict expected) {
        dns.text("_dmarc." + domain, record);

        assertThat(mailRule(HEADERS + "\r\nHello", "dmarc")).isEqualTo(expected);
    }

    @Test
    void run_domainOfManyLabels_isWalkedInEightQueries() {
        String deep = "a.b.c.d.e.f.g.h.i.j.sender.test";
        dns.text("_dmarc.sender.test", "v=DMARC1; p=reject");

        assertThat(mailRule(HEADERS.replace("@sender.test>", "@" + deep + ">") + "\r\nHello", "dmarc"))
                .isEqualTo(Verdict.PASS);
        assertThat(dns.queries().stream()
                        .filter(query -> query.contains("_dmarc"))
                        .count())
                .isEqualTo(8);
    }

    @Test
    void run_senderOfAnotherOrganization_isNotAligned() {
        dns.text("_dmarc.sender.test", "v=DMARC1; p=reject")
                .text("other.test", "v=spf1 ip4:192.0.2.1 -all")
                .text("bounce.sender.test", "v=spf1 ip4:192.0.2.1 -all");

        assertThat(aligned("x@other.test")).isEqualTo(Verdict.FAIL);
        assertThat(aligned("x@bounce.sender.test")).isEqualTo(Verdict.PASS);
    }

    private Verdict aligned(String sender) {
        return audit().address(ADDRESS)
                .envelopeFrom(sender)
                .message(mail(HEADERS + "\r\nHello"))
                .run()
                .finding("dmarc-alignment")
                .orElseThrow()
                .verdict();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from | From: a@b.test, c@d.test | FAIL",
                "from | From: \"a, b\" (c, d) <a@b.test> | PASS",
                "from | From: nobody | FAIL",
                "from | X: y | FAIL",
                "subject | Subject: | FAIL",
                "subject | Subject: =?utf-8?q?Caf=C3=A9?= | PASS",
                "shouting | Subject: THE LAST CHANCE | WARN",
                "shouting | Subject: =?utf-8?b?QUNIRVRFWiBWSVRF?= | WARN",
                "shouting | Subject: Hello! | WARN",
                "shouting | Subject: 50 % off | WARN",
                "shouting | Subject: NASA and the news of May | PASS",
                "date | Date: yesterday | FAIL",
                "date | Date: Tue, 24 Nov 2026 10:00:00 +0000 (UTC) | PASS",
                "date | X: y | FAIL",
                "message-id | X: y | FAIL",
                "message-id | Message-ID: <a b@c> | FAIL",
                "message-id | Message-ID: <a@b> | PASS",
                "unsubscribe | X: y | WARN",
                "unsubscribe | List-Unsubscribe: <https://sender.test/u> | PASS",
                "one-click | List-Unsubscribe: <https://sender.test/u> | WARN",
                "dkim | X: y | FAIL",
                "dkim | DKIM-Signature: nonsense | FAIL"
            })
    void run_header_isJudged(String rule, String header, Verdict expected) {
        assertThat(mailRule(header + "\r\n\r\nHello", rule)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "script | <p>Hello</p> | PASS",
                "script | <script>x()</script> | FAIL",
                "script | <p onclick='x()'>Hello | FAIL",
                "script | <a href='java&#10;script:x()'>Hello | FAIL",
                "script | <form>Hello</form> | FAIL",
                "script | <link rel=stylesheet href='https://x.test/a.css'> | FAIL",
                "script | <style>@import 'x'</style> | FAIL",
                "text-image | <img src=a><img src=b> | FAIL",
                "text-image | <img src=a>Hello | WARN",
                "text-link | <a href=a>a</a><a href=b>b</a><a href=c>c</a> | WARN",
                "words | <p>Click here to buy now</p> | WARN",
                "words | <p>Derni\u00e8re chance</p> | WARN",
                "words | <p>A report on winners</p> | PASS",
                "unsubscribe | <a href='https://x.test/'>Se d\u00e9sinscrire</a> | PASS"
            })
    void run_html_isJudged(String rule, String html, Verdict expected) {
        String mail = HEADERS + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html;

        assertThat(audit().message(mail.getBytes(UTF_8))
                        .run()
                        .finding(rule)
                        .orElseThrow()
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void run_link_isNotLookedUp() {
        audit().message(mail(HEADERS + "Content-Type: text/html\r\n\r\n<img src='https://trap.test/a'>"))
                .run();

        assertThat(dns.queries()).isNotEmpty().noneMatch(query -> query.contains("trap.test"));
    }

    @Test
    void run_thousandsOfSignatures_looksAtTen() {
        String signature = "DKIM-Signature: v=1; a=rsa-sha256; d=x.test; s=s; h=from; bh=AAAA; b=AAAA\r\n";
        audit().message(mail(signature.repeat(20_000) + HEADERS + "\r\nHello")).run();

        assertThat(dns.queries().stream()
                        .filter(query -> query.contains("_domainkey"))
                        .count())
                .isEqualTo(10);
    }

    @Test
    void run_mutatedMails_alwaysReport() {
        Random random = new Random(13);
        String seed = String.join(
                "\r\n",
                "DKIM-Signature: v=1; a=rsa-sha256; d=x.test; s=s; h=from; bh=AAAA; b=AAAA",
                HEADERS + "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<a href=x>Hello</a>",
                "--b",
                "Content-Transfer-Encoding: base64",
                "",
                "SGVsbG8=",
                "--b--",
                "");
        for (int round = 0; round < 300; round++) {
            byte[] mail = mail(seed);
            for (int change = random.nextInt(20); change >= 0; change--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            AuditReport report = audit().message(mail).run();
            assertThat(report.findings())
                    .as("round %s", round)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.evidence()).doesNotContainPattern("\\p{Cntrl}"));
        }
    }

    private SenderAudit audit() {
        return SenderAudit.using(DnsResolver.of(dns.address()).timeout(Duration.ofMillis(800)));
    }

    private Verdict address(String rule) {
        return audit().address(ADDRESS).run().finding(rule).orElseThrow().verdict();
    }

    private Verdict mailRule(String mail, String rule) {
        return audit().address(ADDRESS)
                .message(mail(mail))
                .run()
                .finding(rule)
                .orElseThrow()
                .verdict();
    }

    private static byte[] mail(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
