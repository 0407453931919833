package io.github.ovhantispam.mail;

import static io.github.ovhantispam.mail.LogText.at;
import static io.github.ovhantispam.mail.LogText.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostfixTraceTest {

    private static final List<String> SUBMISSION = at(
            "postfix/submission/smtpd[11]: connect from host.example.net[192.0.2.7]",
            "postfix/submission/smtpd[11]: 4A5B6C7D8E: client=host.example.net[192.0.2.7], sasl_method=PLAIN, sasl_username=bob@example.com",
            "postfix/cleanup[12]: 4A5B6C7D8E: message-id=<one@example.com>",
            "postfix/qmgr[13]: 4A5B6C7D8E: from=<bob@example.com>, size=1, nrcpt=2 (queue active)",
            "postfix/smtp[14]: 4A5B6C7D8E: to=<a@example.org>, relay=mx.example.org[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9F9F9F9F9F)",
            "postfix/smtp[14]: 4A5B6C7D8E: to=<b@example.org>, orig_to=<c@example.com>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx: timed out)",
            "postfix/qmgr[13]: 4A5B6C7D8E: removed");

    @Test
    void trace_submission_namesLoginSenderAndRecipients() {
        MailTrace trace = trace(SUBMISSION, "one@example.com");

        TracedMail mail = trace.mails().get(0);
        assertThat(mail.messageId()).contains(MessageId.of("one@example.com"));
        assertThat(mail.queueIds()).containsExactly("4A5B6C7D8E");
        assertThat(mail.origin()).isEqualTo(new Origin.SaslUser("bob@example.com"));
        assertThat(mail.client()).contains("host.example.net[192.0.2.7]");
        assertThat(mail.sender()).isEqualTo("bob@example.com");
        assertThat(mail.time()).isEqualTo(Instant.parse("2026-11-04T16:46:01Z"));
        assertThat(mail.finished()).isTrue();
        assertThat(mail.recipients())
                .extracting(MailDelivery::recipient, MailDelivery::status)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("a@example.org", DeliveryStatus.SENT),
                        org.assertj.core.api.Assertions.tuple("b@example.org", DeliveryStatus.DEFERRED));
        assertThat(trace.missing()).isEmpty();
        assertThat(trace.incomplete()).isEmpty();
    }

    @Test
    void trace_idThatIsNotThere_isMissing() {
        assertThat(trace(SUBMISSION, "two@example.com").missing()).containsExactly(MessageId.of("two@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOQUEUE: proxy-accept: END-OF-MESSAGE: 250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as B1B2B3B4B5; from=<a@b> to=<c@d> proto=ESMTP helo=<x>",
                "proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as B1B2B3B4B5; from=<a@b> to=<c@d> proto=ESMTP helo=<x>",
                "proxy-accept: END-OF-MESSAGE: 250 Ok (250 Ok: queued as B1B2B3B4B5); from=<a@b> to=<c@d> proto=ESMTP helo=<x>"
            })
    void trace_filterBeforeTheQueue_namesTheLogin(String accepted) {
        List<String> lines = at(
                "postfix/smtpd[7]: NOQUEUE: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=other",
                "postfix/smtpd[7]: NOQUEUE: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=bob",
                "postfix/smtpd[8]: NOQUEUE: client=x[192.0.2.8], sasl_method=PLAIN, sasl_username=eve",
                "postfix/smtpd[21]: B1B2B3B4B5: client=localhost[127.0.0.1]",
                "postfix/cleanup[22]: B1B2B3B4B5: message-id=<one@example.com>",
                "postfix/smtpd[7]: " + accepted);

        assertThat(origin(lines)).isEqualTo(new Origin.SaslUser("bob"));
    }

    @Test
    void trace_filterBeforeTheQueueThatPassesTheClientOn_namesTheLoginAllTheSame() {
        List<String> lines = at(
                "postfix/smtpd[7]: NOQUEUE: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=bob",
                "postfix/smtpd[21]: B1B2B3B4B5: client=localhost[127.0.0.1], orig_client=x[192.0.2.7]",
                "postfix/cleanup[22]: B1B2B3B4B5: message-id=<one@example.com>",
                "postfix/smtpd[7]: proxy-accept: END-OF-MESSAGE: 250 Ok: queued as B1B2B3B4B5; from=<a@b> to=<c@d>");

        assertThat(origin(lines)).isEqualTo(new Origin.SaslUser("bob"));
        assertThat(origin(lines.subList(1, 4))).isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_requeuedMail_namesWhoHandedItInFirst() {
        List<String> lines = at(
                "postfix/smtpd[21]: B1B2B3B4B5: client=x[192.0.2.7], sasl_method=PLAIN, sasl_username=bob",
                "postfix/pickup[1]: C1C2C3C4C5: uid=104 from=<a@b> orig_id=B1B2B3B4B5",
                "postfix/cleanup[2]: C1C2C3C4C5: message-id=<one@example.com>");

        assertThat(origin(lines)).isEqualTo(new Origin.SaslUser("bob"));
        assertThat(origin(lines.subList(1, 3))).isEqualTo(new Origin.Unknown());
    }

    @Test
    void trace_foldedMessageId_isFound() {
        assertThat(origin(at(
                        "postfix/pickup[1]: 4A5B6C7D8E: uid=33 from=<www-data>",
                        "postfix/cleanup[2]: 4A5B6C7D8E: message-id=? <one@example.com>")))
                .isEqualTo(new Origin.LocalUser("33"));
    }

    @Test
    void trace_pickup_namesTheUid() {
        assertThat(origin(at(
                        "postfix/pickup[1]: 4A5B6C7D8E: uid=33 from=<www-data>",
                        "postfix/cleanup[2]: 4A5B6C7D8E: message-id=<one@example.com>")))
                .isEqualTo(new Origin.LocalUser("33"));
    }

    @Test
    void trace_contentFilter_namesTheFirstOrigin() {
        List<String> lines = new ArrayList<>(SUBMISSION.subList(0, 4));
        lines.addAll(at(
                "postfix/smtpd[21]: B1B2B3B4B5: client=localhost[127.0.0.1]",
                "postfix/cleanup[22]: B1B2B3B4B5: message-id=<one@example.com>",
                "postfix/lmtp[23]: 4A5B6C7D8E: to=<a@example.org>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 from MTA: 250 2.0.0 Ok: queued as B1B2B3B4B5)",
                "postfix/qmgr[13]: 4A5B6C7D8E: removed",
                "postfix/smtp[14]: B1B2B3B4B5: to=<a@example.org>, relay=mx.example.org[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)",
                "postfix/qmgr[13]: B1B2B3B4B5: removed"));

        TracedMail mail = trace(lines, "one@example.com").mails().get(0);

        assertThat(mail.origin()).isEqualTo(new Origin.SaslUser("bob@example.com"));
        assertThat(mail.queueIds()).containsExactly("4A5B6C7D8E", "B1B2B3B4B5");
        assertThat(mail.recipients())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.relay()).isEqualTo("mx.example.org[203.0.113.1]:25"));
    }

    @Test
    void trace_filterThatChangesTheId_isFollowedBackByQueuedAs() {
        assertThat(
                        origin(
                                at(
                                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=LOGIN, sasl_username=eve",
                                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<>",
                                        "postfix/smtpd[1]: B1B2B3B4B5: client=localhost[127.0.0.1]",
                                        "postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>",
                                        "postfix/smtp[3]: A1A2A3A4A5: to=<a@b>, relay=127.0.0.1[127.0.0.1]:10025, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 Ok: queued as B1B2B3B4B5)")))
                .isEqualTo(new Origin.SaslUser("eve"));
    }

    @Test
    void trace_origQueueId_isFollowedBack() {
        assertThat(origin(at(
                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=LOGIN, sasl_username=eve",
                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<other@example.com>",
                        "postfix/smtpd[1]: B1B2B3B4B5: client=localhost[127.0.0.1], orig_queue_id=A1A2A3A4A5, orig_client=x[192.0.2.7]",
                        "postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>")))
                .isEqualTo(new Origin.SaslUser("eve"));
    }

    @Test
    void trace_origQueueIdOutOfReach_isTheClientThatWasPassedOn() {
        assertThat(origin(at(
                        "postfix/smtpd[1]: B1B2B3B4B5: client=localhost[127.0.0.1], orig_queue_id=A1A2A3A4A5, orig_client=x[192.0.2.7]",
                        "postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>")))
                .isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_forward_isFollowedBack() {
        assertThat(
                        origin(
                                at(
                                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<zero@example.com>",
                                        "postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>",
                                        "postfix/local[3]: A1A2A3A4A5: to=<a@b>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as B1B2B3B4B5)")))
                .isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_bounce_isFollowedBackToWhoSentTheMail() {
        assertThat(origin(at(
                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<zero@example.com>",
                        "postfix/cleanup[2]: B1B2B3B4B5: message-id=<one@example.com>",
                        "postfix/bounce[3]: A1A2A3A4A5: sender non-delivery notification: B1B2B3B4B5")))
                .isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_clientLineBeforeTheLog_isOutOfReach() {
        MailTrace trace = trace(SUBMISSION.subList(2, 7), "one@example.com");

        assertThat(trace.mails()).extracting(TracedMail::origin).containsExactly(new Origin.Unknown());
        assertThat(trace.culprits()).isEmpty();
        assertThat(trace.incomplete())
                .extracting(TraceGap::reason)
                .containsExactly(TraceGap.Reason.ORIGIN_NOT_IN_REACH);
    }

    @Test
    void trace_shortQueueIdGivenAgain_isNotTheOtherMails() {
        List<String> lines = new ArrayList<>(SUBMISSION);
        lines.addAll(at("postfix/cleanup[2]: 4A5B6C7D8E: message-id=<bounce@example.com>"));

        assertThat(trace(lines, "bounce@example.com").mails())
                .extracting(TracedMail::origin)
                .containsExactly(new Origin.Unknown());
    }

    @Test
    void trace_queueIdGivenAgainWithoutRemoved_isNotTheOtherMails() {
        assertThat(origin(at(
                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<zero@example.com>",
                        "postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>")))
                .isEqualTo(new Origin.Unknown());
    }

    @Test
    void trace_queueIdGivenAgain_deliveriesOfTheOtherMailDoNotCount() {
        List<String> lines = new ArrayList<>(SUBMISSION.subList(0, 4));
        lines.addAll(
                at(
                        "postfix/smtpd[1]: 4A5B6C7D8E: client=x[198.51.100.9]",
                        "postfix/cleanup[2]: 4A5B6C7D8E: message-id=<two@example.com>",
                        "postfix/smtp[14]: 4A5B6C7D8E: to=<z@example.org>, relay=mx[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)"));

        assertThat(trace(lines, "one@example.com").mails().get(0).recipients()).isEmpty();
    }

    @Test
    void trace_sameQueueIdOnAnotherHost_isAnotherMail() {
        assertThat(origin(List.of(
                        "Nov  4 16:46:01 mx2 postfix/smtpd[1]: A1A2A3A4A5: client=x[198.51.100.9]",
                        "Nov  4 16:46:01 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                        "Nov  4 16:46:01 mx2 postfix/qmgr[1]: A1A2A3A4A5: removed",
                        "Nov  4 16:46:01 mx1 postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>")))
                .isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_clientLineOfDaysBefore_isNotTakenForAShortQueueId() {
        assertThat(origin(List.of(
                        "Nov  1 16:46:01 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=x[198.51.100.9]",
                        "Nov  4 16:46:01 mx1 postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>")))
                .isEqualTo(new Origin.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix/smtpd",
                "postfix/submission/smtpd",
                "postfix/amavisd/smtpd",
                "postfix-out/smtpd",
                "postfix-170.55.103.23/smtpd",
                "postfix-smo/submission/smtpd"
            })
    void trace_anyNameOfTheService_isRead(String tag) {
        assertThat(origin(at(
                        tag
                                + "[1]: 3mfHGL1r9gzyQP: client=x[192.0.2.7]:4711, sasl_method=PLAIN, sasl_username=bob, sasl_sender=<x, orig_queue_id=A1A2A3A4A5>",
                        "postfix/sender-cleanup/cleanup[2]: 3mfHGL1r9gzyQP: message-id=<one@example.com>")))
                .isEqualTo(new Origin.SaslUser("bob"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message-id=one@example.com",
                "message-id=<one@example.com> (added by postmaster@example.com)",
                "resent-message-id=<one@example.com>"
            })
    void trace_anyFormOfTheIdentifier_isFound(String text) {
        assertThat(origin(at(
                        "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                        "postfix/cleanup[2]: A1A2A3A4A5: " + text)))
                .isEqualTo(new Origin.Client(IpAddress.of("192.0.2.7")));
    }

    @Test
    void trace_idCutByTheLimitOfALine_isFoundByItsBeginningAndSaid() {
        String id = "x".repeat(990);
        String cut = "postfix/cleanup[2]: A1A2A3A4A5: message-id=<" + id;
        MailTrace trace = trace(at("postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]", cut.substring(0, 1_000)), id);

        assertThat(trace.mails())
                .extracting(TracedMail::origin)
                .containsExactly(new Origin.Client(IpAddress.of("192.0.2.7")));
        assertThat(trace.incomplete()).extracting(TraceGap::reason).containsExactly(TraceGap.Reason.MESSAGE_ID_CUT);
    }

    @Test
    void trace_beginningOfAnIdInAShortLine_isNotTheId() {
        assertThat(trace(at("postfix/cleanup[2]: A1A2A3A4A5: message-id=<" + "x".repeat(300)), "x".repeat(400))
                        .missing())
                .hasSize(1);
    }

    @Test
    void trace_expired_saysSo() {
        List<String> lines = new ArrayList<>(SUBMISSION.subList(0, 6));
        lines.addAll(at("postfix/qmgr[13]: 4A5B6C7D8E: from=<bob@example.com>, status=expired, returned to sender"));

        assertThat(trace(lines, "one@example.com").mails().get(0).recipients())
                .extracting(MailDelivery::status)
                .containsExactly(DeliveryStatus.SENT, DeliveryStatus.EXPIRED);
    }

    private static Origin origin(List<String> lines) {
        return trace(lines, "one@example.com").mails().get(0).origin();
    }
}
