package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails that opendkim signed, verified by ours, whole and damaged. */
class OpendkimTest {

    private static final String MAIL =
            "From: News <news@sender.test>\r\nTo: you@other.test\r\nSubject: The month of\r\n May\r\n"
                    + "Date: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@sender.test>\r\n\r\n"
                    + "Hello,\r\n\r\nthis  is the news. \r\n.dot\r\n\r\n\r\n";

    @TempDir
    Path folder;

    private final LoopbackDns dns = new LoopbackDns();

    @BeforeEach
    void needsTheTool() {
        assumeTrue(SigningTool.installed().isPresent(), "opendkim-testmsg is not installed (opendkim-tools)");
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void run_signedMail_passes() throws Exception {
        assertThat(dkim(signed(2048))).isEqualTo(Verdict.PASS);
    }

    @Test
    void run_signedMailSavedWithLineFeedsOnly_passes() throws Exception {
        assertThat(dkim(signed(2048).replace("\r\n", "\n"))).isEqualTo(Verdict.PASS);
    }

    @Test
    void run_keyOf1024Bits_isWeak() throws Exception {
        assertThat(dkim(signed(1024))).isEqualTo(Verdict.PASS);
        assertThat(report(signed(1024)).finding("dkim-strength"))
                .hasValueSatisfying(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.WARN));
    }

    @ParameterizedTest
    @CsvSource({
        "this  is, that  is",
        "The month, The year",
        "news@sender.test, evil@sender.test",
        "Hello, ''",
        "d=sender.test, d=other.test",
        "s=s, s=t",
        ".dot, ..dot",
        "a=rsa-sha256, a=rsa-sha1",
        "v=1, v=2",
    })
    void run_damagedMail_fails(String part, String other) throws Exception {
        String signed = signed(2048);
        assertThat(signed).contains(part);

        assertThat(dkim(signed.replace(part, other))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void run_secondFrom_isFound() throws Exception {
        AuditReport report = report("From: evil@evil.test\r\n" + signed(2048));

        assertThat(report.finding("from"))
                .hasValueSatisfying(f -> assertThat(f.verdict()).isEqualTo(Verdict.FAIL));
        assertThat(report.finding("dmarc"))
                .hasValueSatisfying(f -> assertThat(f.verdict()).isEqualTo(Verdict.FAIL));
    }

    @Test
    void run_noKeyInDns_fails() throws Exception {
        KeyPair keys = keys(2048);
        byte[] signed = SigningTool.sign(MAIL.getBytes(ISO_8859_1), "sender.test", keys, folder);

        assertThat(dkim(new String(signed, ISO_8859_1))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void run_dnsFailure_isUnknown() throws Exception {
        dns.failing("s._domainkey.sender.test");

        assertThat(dkim(signed(2048))).isEqualTo(Verdict.UNKNOWN);
    }

    private String signed(int bits) throws Exception {
        KeyPair keys = keys(bits);
        if (dns.queries().isEmpty()) {
            dns.text("s._domainkey.sender.test", SigningTool.record(keys));
        }
        return new String(SigningTool.sign(MAIL.getBytes(ISO_8859_1), "sender.test", keys, folder), ISO_8859_1);
    }

    private static final java.util.Map<Integer, KeyPair> KEYS = new java.util.concurrent.ConcurrentHashMap<>();

    private static KeyPair keys(int bits) {
        return KEYS.computeIfAbsent(bits, size -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(size);
                return generator.generateKeyPair();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
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
