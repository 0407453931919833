package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPF against a server of ours, section by section of RFC 7208, and the limits that the library lacks. */
class SpfTest {

    private final LoopbackDns dns = new LoopbackDns();

    @BeforeEach
    void zone() {
        dns.add("host.test", "A", "192.0.2.1")
                .add("host.test", "AAAA", "2001:db8::1")
                .add("mx.test", "MX", "10 host.test.")
                .text("included.test", "v=spf1 ip4:192.0.2.1 -all")
                .text("excluding.test", "v=spf1 ip4:192.0.2.99 -all")
                .add("alias.test", "CNAME", "included.test.")
                .add("1.2.0.192.in-addr.arpa", "PTR", "Host.TEST.")
                .add("user.exists.test", "A", "127.0.0.2")
                .silent("silent.test")
                .failing("broken.test");
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 ip4:192.0.2.0/24 -all | PASS",
                "v=spf1 ip4:192.0.2.2 -all | FAIL",
                "v=spf1 ~all | SOFTFAIL",
                "v=spf1 ?all | NEUTRAL",
                "v=spf1 | NEUTRAL",
                "v=spf10 -all | NONE",
                "V=SPF1 -ALL | FAIL",
                "v=spf1 a:host.test -all | PASS",
                "v=spf1 a:host.test/33 -all | PERMERROR",
                "v=spf1 mx:mx.test -all | PASS",
                "v=spf1 ptr:host.test -all | PASS",
                "v=spf1 ptr:HOST.test -all | PASS",
                "v=spf1 exists:%{l}.exists.test -all | PASS",
                "v=spf1 exists:%{z}.exists.test -all | PERMERROR",
                "v=spf1 include:included.test -all | PASS",
                "v=spf1 include:excluding.test -all | FAIL",
                "v=spf1 include:alias.test -all | PASS",
                "v=spf1 include:missing.test -all | PERMERROR",
                "v=spf1 include:broken.test -all | TEMPERROR",
                "v=spf1 a:silent.test -all | TEMPERROR",
                "v=spf1 redirect=included.test | PASS",
                "v=spf1 redirect=missing.test | PERMERROR",
                "v=spf1 include:sender.test -all | PERMERROR",
                "v=spf1 ip4:192.0.2 -all | PERMERROR",
                "v=spf1 nonsense -all | PERMERROR",
                "v=spf1 moo=bar -all | FAIL",
                "v=spf1 a:m1.test a:m2.test -all | FAIL",
                "v=spf1 a:m1.test a:m2.test a:m3.test -all | PERMERROR",
            })
    void run_record_hasTheResultOfTheRfc(String record, SpfResult expected) {
        dns.text("sender.test", record);

        assertThat(spf("192.0.2.1")).isEqualTo(expected);
    }

    /** The classes that the library misses, each in words and zones of our own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 exists:broken.test -all | TEMPERROR",
                "v=spf1 exists:silent.test +all | TEMPERROR",
                "v=spf1 exists:missing.test -all | FAIL",
                "v=spf1 mx:broken.test +all | TEMPERROR",
                "v=spf1 ip4:192.0.2.1 exists:broken.test -all | PASS",
                "v=spf1 include:Included.TEST -all | PASS",
                "V=Spf1 IP4:192.0.2.1 -ALL | PASS",
                "v=spf1 A:HOST.test -all | PASS",
                "v=spf1 ptr:TEST -all | PERMERROR",
                "v=spf1 ptr:ost.test -all | FAIL",
                "v=spf1 exists:%{L}.Exists.test -all | PASS",
                "v=spf1 exists:%{l1r+-}.exists.test -all | PASS",
                "v=spf1 exists:%{ir}.%{v}.exists.test ~all | SOFTFAIL",
                "v=spf1 exists:%%{l}.exists.test ?all | NEUTRAL",
                "v=spf1 exists:%(l).exists.test -all | PERMERROR",
                "v=spf1 a:\u00e9.test -all | PERMERROR",
                "v=spf1 exp=missing.test -all | FAIL",
                "v=spf1 exp=broken.test -all | FAIL",
                "v=spf1 exp=a.test exp=b.test -all | PERMERROR",
                "v=spf1 redirect=included.test redirect=included.test | PERMERROR",
                "v=spf1 redirect=broken.test | TEMPERROR",
                "v=spf1 -all redirect=included.test | FAIL",
                "v=spf1 ip4:192.0.2.1/0 -all | PASS",
                "v=spf1 ip4:192.0.2.1/33 -all | PERMERROR",
                "v=spf1 ip4:192.0.2.1/032 -all | PERMERROR",
                "v=spf1 ip6:::1 -all | FAIL",
                "v=spf1 ip6:::1::2 -all | PERMERROR",
                "v=spf1 ip4 -all | PERMERROR",
                "v=spf1 all:host.test | PERMERROR",
                "v=spf1 all/8 | PERMERROR",
                "v=spf1 a:host.test/24//64 -all | PASS",
                "v=spf1 a:host.test//129 -all | PERMERROR",
                "v=spf1 a: -all | PERMERROR",
                "v=spf1 mx -all | FAIL",
                "v=spf1 include -all | PERMERROR",
                "v=spf1 exists -all | PERMERROR",
                "v=spf1 default=pass -all | FAIL",
                "v=spf1 mailto:host.test -all | PERMERROR",
                "v=spf1 =x -all | PERMERROR"
            })
    void run_recordThatLibrariesMisread_hasTheResultOfTheRfc(String record, SpfResult expected) {
        dns.text("sender.test", record);

        assertThat(spf("192.0.2.1")).isEqualTo(expected);
    }

    @Test
    void run_barePtrAndSenderInCapitals_isThatDomain() {
        dns.text("host.test", "v=spf1 ptr -all");

        assertThat(spf("192.0.2.1", "user@HOST.Test")).isEqualTo(SpfResult.PASS);
    }

    @Test
    void run_failureWhileNamesAreValidated_skipsTheName() {
        dns.text("sender.test", "v=spf1 ptr:host.test -all")
                .add("7.2.0.192.in-addr.arpa", "PTR", "broken.test.")
                .add("7.2.0.192.in-addr.arpa", "PTR", "host.test.")
                .add("host.test", "A", "192.0.2.7")
                .failing("8.2.0.192.in-addr.arpa");

        assertThat(spf("192.0.2.7")).isEqualTo(SpfResult.PASS);
        assertThat(spf("192.0.2.8")).isEqualTo(SpfResult.FAIL);
    }

    @Test
    void run_nameThatFailsForItselfToo_isATemporaryError() {
        dns.text("sender.test", "v=spf1 ptr:host.test a:broken.test -all")
                .add("7.2.0.192.in-addr.arpa", "PTR", "broken.test.");

        assertThat(spf("192.0.2.7")).isEqualTo(SpfResult.TEMPERROR);
    }

    @Test
    void run_timeouts_areUnknownAndNeverAFailure() {
        dns.text("sender.test", "v=spf1 exists:silent.test -all");

        AuditReport report = SenderAudit.using(resolver())
                .address(IpAddress.of("192.0.2.1"))
                .envelopeFrom("user@sender.test")
                .run();

        assertThat(report.finding("spf").orElseThrow().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void run_addressOfVersion6_isFoundInItsRecords() {
        dns.text("sender.test", "v=spf1 a:host.test -all");

        assertThat(spf("2001:db8::1")).isEqualTo(SpfResult.PASS);
        assertThat(spf("2001:db8::2")).isEqualTo(SpfResult.FAIL);
    }

    @Test
    void run_twoRecords_isAPermanentError() {
        dns.text("sender.test", "v=spf1 -all").text("sender.test", "v=spf1 +all");

        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.PERMERROR);
    }

    @Test
    void run_recordOfTypeSpf_isNotRead() {
        dns.add("sender.test", "SPF", "\"v=spf1 -all\"");

        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.NONE);
    }

    @Test
    void run_moreThanTenExchangers_isAPermanentError() {
        dns.text("sender.test", "v=spf1 mx:many.test -all");
        for (int i = 0; i < 10; i++) {
            dns.add("many.test", "MX", "10 m" + i + ".many.test.")
                    .add("m" + i + ".many.test", "A", "192.0.2." + (50 + i));
        }
        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.FAIL);

        dns.add("many.test", "MX", "10 m10.many.test.").add("m10.many.test", "A", "192.0.2.1");
        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.PERMERROR);
    }

    @Test
    void run_moreThanTenLookups_isAPermanentError() {
        dns.text("sender.test", "v=spf1" + " a:other.test".repeat(10) + " -all").add("other.test", "A", "192.0.2.7");
        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.FAIL);

        dns.text("longer.test", "v=spf1" + " a:other.test".repeat(11) + " -all");
        assertThat(spf("192.0.2.1", "user@longer.test")).isEqualTo(SpfResult.PERMERROR);
    }

    @Test
    void run_textInSeveralStrings_isJoinedAndFetchedOverTcp() {
        dns.text("sender.test", "v=spf1" + " ip4:198.51.100.77/32".repeat(60) + " ip4:192.0.2.1 -all");

        assertThat(spf("192.0.2.1")).isEqualTo(SpfResult.PASS);
        assertThat(dns.queries()).contains("TXT sender.test tcp");
    }

    @Test
    void run_nullSender_isThatOfTheHeloName() {
        dns.text("helo.test", "v=spf1 ip4:192.0.2.1 -all");

        AuditReport report = SenderAudit.using(resolver())
                .address(IpAddress.of("192.0.2.1"))
                .helo("helo.test")
                .envelopeFrom("")
                .run();

        assertThat(report.spf()).contains(SpfResult.PASS);
    }

    @Test
    void run_neverEndingIncludes_stopsWithinTheLimits() {
        for (int i = 0; i < 40; i++) {
            dns.text("n" + i + ".test", "v=spf1 include:n" + (i + 1) + ".test -all");
        }
        assertThat(spf("192.0.2.1", "user@n0.test")).isEqualTo(SpfResult.PERMERROR);
        assertThat(dns.queries()).hasSizeLessThan(35);
    }

    private SpfResult spf(String address) {
        return spf(address, "user@sender.test");
    }

    private SpfResult spf(String address, String sender) {
        return SenderAudit.using(resolver())
                .address(IpAddress.of(address))
                .helo("host.test")
                .envelopeFrom(sender)
                .run()
                .spf()
                .orElseThrow();
    }

    private DnsResolver resolver() {
        return DnsResolver.of(dns.address()).timeout(Duration.ofMillis(800));
    }
}
