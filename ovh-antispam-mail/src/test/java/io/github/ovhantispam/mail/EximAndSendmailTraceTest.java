package io.github.ovhantispam.mail;

import static io.github.ovhantispam.mail.LogText.at;
import static io.github.ovhantispam.mail.LogText.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EximAndSendmailTraceTest {

    @Test
    void trace_exim_namesLoginSenderAndRecipients() {
        MailTrace trace = trace(
                List.of(
                        "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= bob@example.com H=h.example (pc) [192.0.2.7]:5050 P=esmtpsa X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no A=dovecot_login:bob@example.com S=900 id=one@example.com T=\"Hi\" for a@example.org",
                        "2026-11-04 16:46:02 1tAbCd-0001xY-2Z => a@example.org R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.1] C=\"250 OK id=x\"",
                        "2026-11-04 16:46:03 1tAbCd-0001xY-2Z == b@example.org R=dnslookup T=remote_smtp defer (-44): busy",
                        "2026-11-04 16:46:04 1tAbCd-0001xY-2Z ** c@example.org R=dnslookup T=remote_smtp H=mx.example.org [203.0.113.1]: 550 no",
                        "2026-11-04 16:46:05 1tAbCd-0001xY-2Z Completed"),
                "one@example.com");

        TracedMail mail = trace.mails().get(0);
        assertThat(mail.origin()).isEqualTo(new Origin.SaslUser("bob@example.com"));
        assertThat(mail.sender()).isEqualTo("bob@example.com");
        assertThat(mail.queueIds()).containsExactly("1tAbCd-0001xY-2Z");
        assertThat(mail.time()).isEqualTo(Instant.parse("2026-11-04T16:46:01Z"));
        assertThat(mail.finished()).isTrue();
        assertThat(mail.recipients())
                .extracting(MailDelivery::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.DEFERRED, DeliveryStatus.BOUNCED);
        assertThat(trace.incomplete()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-04 16:46:01 1tAbCd-0001xY-2Z",
                "2026-11-04 16:46:01.123 1tAbCd-0001xY-2Z",
                "2026-11-04 16:46:01 +0000 1tAbCd-0001xY-2Z",
                "2026-11-04 16:46:01 [4711] 1tAbCd-0001xY-2Z",
                "2026-11-04 16:46:01.123 +0000 [4711] 1tAbCd-000000012Ab-2Zxy",
                "Nov  4 16:46:01 mx1 exim[77]: 1tAbCd-0001xY-2Z",
                "Nov  4 16:46:01 mx1 exim[77]: 2026-11-04 16:46:01 1tAbCd-0001xY-2Z"
            })
    void trace_exim_anyFormOfTheTime_isRead(String head) {
        MailTrace trace = trace(
                List.of(head + " <= a@b U=www-data P=local S=1 id=one@example.com", head + " Completed"),
                "one@example.com");

        assertThat(trace.mails()).extracting(TracedMail::origin).containsExactly(new Origin.LocalUser("www-data"));
        assertThat(trace.mails().get(0).finished()).isTrue();
        assertThat(trace.mails().get(0).time()).isBetween("2026-11-04T16:46:01Z", "2026-11-04T16:46:02Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H=[192.0.2.7] P=smtp S=1 | 192.0.2.7",
                "H=[192.0.2.7]:25 I=[203.0.113.9]:25 P=smtp S=1 | 192.0.2.7",
                "H=h.example [192.0.2.7] P=smtp S=1 | 192.0.2.7",
                "H=(x) [2001:db8::1]:25 P=smtp PRDR K S=1 M8S=8 RT=1s DKIM=d | 2001:db8::1",
                "H=([IPv6:2001:db8::2]) [192.0.2.7] P=esmtp S=1 | 192.0.2.7"
            })
    void trace_exim_anyFormOfTheHost_namesTheAddress(String host, String address) {
        MailTrace trace = trace(
                List.of("2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b " + host + " id=one@example.com"),
                "one@example.com");

        assertThat(trace.mails())
                .extracting(TracedMail::origin)
                .containsExactly(new Origin.Client(IpAddress.of(address)));
    }

    @Test
    void trace_exim_bounce_isFollowedBackToWhoSentTheMail() {
        String arrival = "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b H=h.example [192.0.2.7] P=esmtp S=1 id=zero@b";
        String bounce =
                "2026-11-04 16:46:02 1tAbCe-0001xY-2Z <= <> R=1tAbCd-0001xY-2Z U=mailnull P=local S=9 id=one@example.com";

        assertThat(trace(List.of(arrival, bounce), "one@example.com").mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.origin()).isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
                    assertThat(mail.sender()).isEmpty();
                });
        assertThat(trace(List.of(bounce), "one@example.com").incomplete())
                .extracting(TraceGap::reason)
                .containsExactly(TraceGap.Reason.ORIGIN_NOT_IN_REACH);
    }

    @Test
    void trace_exim_authenticatorWithoutName_isTheClient() {
        MailTrace trace = trace(
                List.of(
                        "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b H=[192.0.2.7] P=esmtpa A=tls S=1 id=one@example.com"),
                "one@example.com");

        assertThat(trace.culprits())
                .extracting(Culprit::origin)
                .containsExactly(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_exim_generatedIdentifier_isFound() {
        assertThat(trace(
                                List.of(
                                        "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b U=u P=local S=1 id*=one@example.com"),
                                "one@example.com")
                        .mails())
                .hasSize(1);
    }

    @Test
    void trace_sendmail_namesTheClientAndTheLoginOfItsProcess() {
        MailTrace trace = trace(
                at(
                        "sm-mta[77]: AUTH=server, relay=h.example [192.0.2.7], authid=bob, mech=PLAIN, bits=0",
                        "sm-mta[77]: 4A4Gk1aB001234: from=<bob@example.com>, size=1, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTPSA, daemon=MTA-v4, relay=h.example [192.0.2.7]",
                        "sm-mta[78]: 4A4Gk1aB001234: to=<a@example.org>, ctladdr=<bob> (1/1), delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=1, relay=mx.example.org. [203.0.113.1], dsn=2.0.0, stat=Sent (ok queued)"),
                "one@example.com");

        TracedMail mail = trace.mails().get(0);
        assertThat(mail.origin()).isEqualTo(new Origin.SaslUser("bob"));
        assertThat(mail.recipients()).singleElement().satisfies(delivery -> {
            assertThat(delivery.status()).isEqualTo(DeliveryStatus.SENT);
            assertThat(delivery.recipient()).isEqualTo("a@example.org");
        });
    }

    @Test
    void trace_sendmail_loginOfAnotherClientOfTheProcess_isNotTheMails() {
        MailTrace trace = trace(
                at(
                        "sm-mta[77]: AUTH=server, relay=h.example [198.51.100.1], authid=bob, mech=PLAIN, bits=0",
                        "sm-mta[77]: 4A4Gk1aB001234: from=<a@b>, size=1, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA, relay=h.example [192.0.2.7]"),
                "one@example.com");

        assertThat(trace.mails())
                .extracting(TracedMail::origin)
                .containsExactly(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_sendmail_submissionByALocalAccount_isFoundThroughBothQueues() {
        MailTrace trace = trace(
                at(
                        "sendmail[45]: 4A4Gk1Ue004532: from=jason, size=176, class=0, nrcpts=1, msgid=<one@example.com>, relay=jason@localhost",
                        "sm-mta[46]: 4A4Gk1nL004543: from=<jason@mx1>, size=397, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA-v4, relay=localhost [127.0.0.1]"),
                "one@example.com");

        assertThat(trace.mails()).singleElement().satisfies(mail -> {
            assertThat(mail.origin()).isEqualTo(new Origin.LocalUser("jason"));
            assertThat(mail.queueIds()).containsExactly("4A4Gk1Ue004532", "4A4Gk1nL004543");
        });
    }

    @Test
    void trace_sendmail_identifierThatOnlyTheDaemonKnows_isFollowedBackToTheAccount() {
        MailTrace trace = trace(
                at(
                        "sendmail[45]: 4A4Gk1Ue004532: from=jason, size=176, class=0, nrcpts=1, msgid=<other@mx1>, relay=jason@localhost",
                        "sm-mta[46]: 4A4Gk1nL004543: from=<jason@mx1>, size=397, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA-v4, relay=localhost [127.0.0.1]",
                        "sendmail[45]: 4A4Gk1Ue004532: to=a@example.org, ctladdr=jason (1000/1000), delay=00:00:00, xdelay=00:00:00, mailer=relay, pri=30176, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (4A4Gk1nL004543 Message accepted for delivery)"),
                "one@example.com");

        assertThat(trace.culprits()).extracting(Culprit::origin).containsExactly(new Origin.LocalUser("jason"));
    }

    @Test
    void trace_sendmail_relayElsewhereThatNamesOurQueueId_blamesNobody() {
        MailTrace trace = trace(
                at(
                        "sendmail[45]: 4A4Gk1Ue004532: from=jason, size=176, class=0, nrcpts=1, msgid=<other@mx1>, relay=jason@localhost",
                        "sm-mta[46]: 4A4Gk1nL004543: from=<x@mx1>, size=397, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA-v4, relay=localhost [127.0.0.1]",
                        "sendmail[45]: 4A4Gk1Ue004532: to=a@example.org, mailer=esmtp, relay=mx.evil. [203.0.113.1], dsn=2.0.0, stat=Sent (4A4Gk1nL004543 Message accepted for delivery)"),
                "one@example.com");

        assertThat(trace.culprits())
                .extracting(Culprit::origin)
                .containsExactly(new Origin.Client(IpAddress.of("127.0.0.1")));
    }

    @Test
    void trace_sendmail_forgedNameAndIpv6_nameTheAddress() {
        MailTrace trace = trace(
                at(
                        "sm-mta[77]: 4A4Gk1aB001234: from=<a@b>, size=1, class=-60, nrcpts=1, msgid=<one@example.com>, bodytype=8BITMIME, proto=ESMTP, daemon=MTA, relay=h.example [IPv6:2001:db8::1] (may be forged)"),
                "one@example.com");

        assertThat(trace.mails())
                .extracting(TracedMail::origin)
                .containsExactly(new Origin.Client(IpAddress.of("2001:db8::1")));
    }
}
