package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that another author's code signed, verified by ours, whole and damaged. */
class DkimTest {

    private static final String MAIL = String.join(
            "\r\n",
            "From: News <news@sender.test>",
            "To: you@other.test",
            "Subject: The month of",
            " May",
            "Date: Tue, 24 Nov 2026 10:00:00 +0000",
            "Message-ID: <1@sender.test>",
            "",
            "Hello,",
            "",
            "this  is the news. ",
            ".dot",
            "",
            "",
            "");

    /** By bits: a key takes longer to make than the rest of a test. */
    private static final Map<Integer, KeyPair> KEYS = new ConcurrentHashMap<>();

    private final LoopbackDns dns = new LoopbackDns();

    @AfterEach
    void stop() {
        dns.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"})
    void run_eachCanonicalForm_passes(String form) throws Exception {
        String signed = signed(2048, form, "");

        assertThat(dkim(signed)).isEqualTo(Verdict.PASS);
        assertThat(dkim(signed.replace("\r\n", "\n"))).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @CsvSource({"512, FAIL", "1024, PASS"})
    void run_shortKey_isRefusedOrWeak(int bits, Verdict expected) throws Exception {
        AuditReport report = report(signed(bits, "relaxed/relaxed", ""));

        assertThat(report.finding("dkim").orElseThrow().verdict()).isEqualTo(expected);
        assertThat(report.findings(Verdict.PASS)).noneMatch(f -> f.rule().equals("dkim-strength"));
    }

    @Test
    void run_textAfterTheSignedPart_isAWarning() throws Exception {
        AuditReport report = report(signed(2048, "relaxed/relaxed", " l=6;") + "Buy this");

        assertThat(report.findings(Verdict.PASS)).noneMatch(f -> f.rule().equals("dkim-strength"));
    }

    @ParameterizedTest
    @CsvSource({
        "this  is, that  is",
        "The month, The year",
        "news@sender.test, evil@sender.test",
        "'Hello,', ''",
        "d=sender.test, d=other.test",
        ".dot, ..dot",
        "a=rsa-sha256, a=rsa-sha1",
        "v=1, v=2"
    })
    void run_damagedMail_fails(String part, String other) throws Exception {
        String signed = signed(2048, "relaxed/relaxed", "");
        assertThat(signed).contains(part);

        assertThat(dkim(signed.replace(part, other))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void run_secondFrom_isFound() throws Exception {
        AuditReport report = report("From: evil@evil.test\r\n" + signed(2048, "relaxed/relaxed", ""));

        assertThat(report.finding("from").orElseThrow().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void run_dnsFailure_isUnknown() throws Exception {
        dns.failing("s._domainkey.sender.test");

        assertThat(dkim(signed(2048, "relaxed/relaxed", ""))).isEqualTo(Verdict.UNKNOWN);
    }

    private String signed(int bits, String form, String more) throws Exception {
        KeyPair keys = KEYS.computeIfAbsent(bits, DkimTest::generated);
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        dns.text("s._domainkey.sender.test", "v=DKIM1; k=rsa; p=" + key);
        String template = "v=1; a=rsa-sha256; d=sender.test; s=s; c=" + form + ";" + more
                + " h=from:to:subject:date:message-id; bh=; b=;";
        String signature =
                new DKIMSigner(template, keys.getPrivate()).sign(new ByteArrayInputStream(MAIL.getBytes(ISO_8859_1)));
        return signature + "\r\n" + MAIL;
    }

    private static KeyPair generated(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Verdict dkim(String mail) {
        return report(mail).finding("dkim").orElseThrow().verdict();
    }

    private AuditReport report(String mail) {
        return SenderAudit.using(DnsResolver.of(dns.address()).timeout(Duration.ofSeconds(2)))
                .message(mail.getBytes(ISO_8859_1))
                .run();
    }
}
