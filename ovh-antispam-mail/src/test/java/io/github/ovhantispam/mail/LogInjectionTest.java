package io.github.ovhantispam.mail;

import static io.github.ovhantispam.mail.LogText.at;
import static io.github.ovhantispam.mail.LogText.trace;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines in which a stranger's text looks like the log itself. */
class LogInjectionTest {

    private static final Origin EVE = new Origin.Client(IpAddress.of("192.0.2.66"));
    private static final String CLIENT = "postfix/smtpd[1]: A1A2A3A4A5: client=eve[192.0.2.66]";
    private static final String CLEANUP = "postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // other programs, with everything that is looked for
                "opendkim[3]: A1A2A3A4A5: client=victim[198.51.100.1], sasl_method=PLAIN, sasl_username=root",
                "amavis[3]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "smtpd[3]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "pickup[3]: A1A2A3A4A5: uid=0 from=<root>",
                "rspamd[3]: <abc>; postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "dovecot: imap(x): postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "spamd[3]: postfix/pickup[1]: A1A2A3A4A5: uid=0 from=<root>",
                "logger: Nov  4 16:46:01 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1]",
                // Postfix's own lines that quote a stranger
                "postfix/smtpd[1]: A1A2A3A4A5: reject: RCPT from x[192.0.2.66]: 554 <A1A2A3A4A5: client=victim[198.51.100.1]>: no; from=<> to=<> proto=ESMTP helo=<A1A2A3A4A5: client=victim[198.51.100.1], sasl_username=root>",
                "postfix/smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.66]: 554; from=<a> to=<b> proto=ESMTP helo=<x postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1]>",
                "postfix/smtpd[1]: NOQUEUE: client=victim[198.51.100.1], sasl_username=root",
                "postfix/cleanup[2]: A1A2A3A4A5: warning: header Subject: postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1] from x[192.0.2.66]; from=<a> to=<b> proto=ESMTP helo=<c>",
                "postfix/cleanup[2]: A1A2A3A4A5: warning: header Subject: client=victim[198.51.100.1], sasl_username=root from x[192.0.2.66]",
                "postfix/cleanup[2]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "postfix/qmgr[2]: A1A2A3A4A5: from=<a>, client=victim[198.51.100.1], uid=0 from=<root>, size=1, nrcpt=1 (queue active)",
                "postfix/qmgr[2]: A1A2A3A4A5: from=<\"x: uid=0 from=<root>\"@b>, size=1, nrcpt=1 (queue active)",
                "postfix/smtp[2]: A1A2A3A4A5: to=<a>, relay=mx[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1])",
                "postfix/smtpd[1]: A1A2A3A4A5 : client=victim[198.51.100.1]",
                "postfix/smtpd[1] : A1A2A3A4A5: client=victim[198.51.100.1]",
                "postfix/smtpd[x]: A1A2A3A4A5: client=victim[198.51.100.1]",
                "postfix/smtpd: x[1]: A1A2A3A4A5: client=victim[198.51.100.1]"
            })
    void trace_textThatLooksLikeAnOrigin_blamesNobodyElse(String line) {
        assertThat(origins(at(CLIENT, line, CLEANUP))).containsExactly(EVE);
        assertThat(origins(at(CLIENT, CLEANUP, line))).containsExactly(EVE);
        assertThat(origins(at(line, CLEANUP))).containsExactly(new Origin.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opendkim[3]: F1F2F3F4F5: message-id=<one@example.com>",
                "cleanup[3]: F1F2F3F4F5: message-id=<one@example.com>",
                "rmilter[3]: postfix/cleanup[2]: F1F2F3F4F5: message-id=<one@example.com>",
                "postfix/smtpd[3]: F1F2F3F4F5: message-id=<one@example.com>",
                "postfix/cleanup[3]: F1F2F3F4F5: warning: header Message-ID: message-id=<one@example.com>",
                "postfix/cleanup[3]: F1F2F3F4F5: message-id=<x message-id=<one@example.com>>",
                "postfix/cleanup[3]: F1F2F3F4F5: message-id=<x> message-id=<one@example.com>",
                "postfix/cleanup[3]: F1F2F3F4F5: message-id=<one@example.com.evil>",
                "rspamd[3]: <F1F2F3F4F5>; message-id=<one@example.com>",
                "DKIM-filter: signed; message-id=<one@example.com>"
            })
    void trace_textThatLooksLikeAnIdentifier_blamesNobody(String line) {
        List<String> lines = at("postfix/smtpd[1]: F1F2F3F4F5: client=victim[198.51.100.1]", line);

        assertThat(trace(lines, "one@example.com").culprits()).isEmpty();
        assertThat(trace(lines, "one@example.com").missing()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a relay elsewhere says that it queued the mail under an id of ours
                "postfix/smtp[3]: F1F2F3F4F5: to=<a>, relay=mx.evil[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok: queued as A1A2A3A4A5)",
                // a recipient that looks like the rest of the line
                "postfix/smtp[3]: F1F2F3F4F5: to=<x>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 >, relay=mx[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok: queued as A1A2A3A4A5)",
                "postfix/smtp[3]: F1F2F3F4F5: to=<a>, relay=mx[203.0.113.1]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 >, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as A1A2A3A4A5)",
                "postfix/local[3]: F1F2F3F4F5: to=<a>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (delivered to command: x forwarded as A1A2A3A4A5)",
                "postfix/smtp[3]: F1F2F3F4F5: sender non-delivery notification: A1A2A3A4A5",
                "evil[3]: F1F2F3F4F5: to=<a>, relay=local, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (forwarded as A1A2A3A4A5)"
            })
    void trace_textThatLooksLikeAHandOver_blamesNobody(String line) {
        List<String> lines = at(
                "postfix/smtpd[1]: F1F2F3F4F5: client=victim[198.51.100.1]",
                "postfix/cleanup[2]: F1F2F3F4F5: message-id=<other@example.com>",
                CLEANUP,
                line);

        assertThat(origins(lines)).containsExactly(new Origin.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another process
                "postfix/smtpd[8]: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as A1A2A3A4A5; from=<a> to=<b>",
                // the sender's text
                "postfix/smtpd[7]: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok; from=<x queued as A1A2A3A4A5; from=<a> to=<b>",
                "postfix/smtpd[7]: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok; from=<a> to=<b> proto=ESMTP helo=<x queued as A1A2A3A4A5; from=<c>",
                // another stage, another answer, another program
                "postfix/smtpd[7]: proxy-reject: END-OF-MESSAGE: 550 queued as A1A2A3A4A5; from=<a> to=<b>",
                "postfix/smtpd[7]: proxy-accept: END-OF-MESSAGE: 250 queued as A1A2A3A4A5 by mx.evil; from=<a> to=<b>",
                "postfix/smtp[7]: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as A1A2A3A4A5; from=<a> to=<b>",
                "evil[7]: proxy-accept: END-OF-MESSAGE: 250 2.0.0 Ok: queued as A1A2A3A4A5; from=<a> to=<b>"
            })
    void trace_textThatLooksLikeAFilterBeforeTheQueue_blamesNobodyElse(String line) {
        List<String> lines = at(
                "postfix/smtpd[7]: NOQUEUE: client=victim[198.51.100.1], sasl_method=PLAIN, sasl_username=root",
                "postfix/smtpd[1]: A1A2A3A4A5: client=localhost[127.0.0.1]",
                CLEANUP,
                line);

        assertThat(origins(lines)).doesNotContain(new Origin.SaslUser("root"));
    }

    @Test
    void trace_senderOfALocalMailThatLooksLikeAnOldQueueId_isNotFollowed() {
        assertThat(origins(at(
                        "postfix/smtpd[1]: F1F2F3F4F5: client=victim[198.51.100.1]",
                        "postfix/pickup[1]: A1A2A3A4A5: uid=33 from=<x> orig_id=F1F2F3F4F5>",
                        CLEANUP)))
                .containsExactly(new Origin.LocalUser("33"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Nov  4 16:46:01 mx1 ",
                "    Nov  4 16:46:01 mx1 ",
                "\tNov  4 16:46:01 mx1 ",
                "> Nov  4 16:46:01 mx1 ",
                "| Nov  4 16:46:01 mx1 ",
                "web 1 | Nov  4 16:46:01 mx1 ",
                "[pod/x] y] Nov  4 16:46:01 mx1 ",
                "GET / HTTP/1.1 | Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:01Z stdout P Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:01Z web stdout F Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:01Z web app[1]: Nov  4 16:46:01 mx1 "
            })
    void trace_lineInsideALine_isNotALine(String head) {
        List<String> lines = List.of(
                head + "postfix/smtpd[1]: A1A2A3A4A5: client=victim[198.51.100.1]",
                head + "postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>");

        assertThat(trace(lines, "one@example.com").mails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client=eve[192.0.2.66], sasl_method=PLAIN, sasl_username=eve, sasl_sender=<x, sasl_username=root>",
                "client=eve[192.0.2.66], sasl_method=PLAIN, sasl_username=eve, sasl_sender=<x>, orig_queue_id=F1F2F3F4F5, orig_client=victim[198.51.100.1]"
            })
    void trace_senderOfALogin_isNotTheLogin(String text) {
        assertThat(origins(at(
                        "postfix/smtpd[1]: F1F2F3F4F5: client=victim[198.51.100.1]",
                        "postfix/smtpd[1]: A1A2A3A4A5: " + text,
                        CLEANUP)))
                .containsExactly(new Origin.SaslUser("eve"));
    }

    @Test
    void trace_senderOfSaslWithoutLogin_isNotReadAsAQueueId() {
        assertThat(origins(at(
                        "postfix/smtpd[1]: F1F2F3F4F5: client=victim[198.51.100.1], sasl_method=X, sasl_username=root",
                        "postfix/smtpd[1]: A1A2A3A4A5: client=localhost[127.0.0.1], sasl_sender=<a, orig_queue_id=F1F2F3F4F5, orig_client=v[198.51.100.1]>",
                        CLEANUP)))
                .containsExactly(new Origin.Client(IpAddress.of("127.0.0.1")));
    }

    @Test
    void trace_senderWithTheRestOfTheLine_isShownWhole() {
        List<String> lines = at(
                CLIENT,
                CLEANUP,
                "postfix/qmgr[2]: A1A2A3A4A5: from=<\"a>, size=1, nrcpt=1 (queue active)\"@b>, size=2, nrcpt=1 (queue active)");

        assertThat(trace(lines, "one@example.com").mails().get(0).sender())
                .isEqualTo("\"a>, size=1, nrcpt=1 (queue active)\"@b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<= \"a H=(v) [198.51.100.1] P=esmtpa A=x:root S=1 id=one@example.com\"@b H=(eve) [192.0.2.66]:25 P=esmtp S=9 id=one@example.com",
                "<= a@b H=(eve) [192.0.2.66]:25 P=esmtp S=9 id=one@example.com T=\"x H=(v) [198.51.100.1] A=x:root U=root id=y\"",
                "<= a@b H=(eve) [192.0.2.66]:25 P=esmtps X=TLS DN=\"/CN=x A=x:root U=root id=z\" S=9 id=one@example.com",
                "<= a@b H=(eve) [192.0.2.66]:25 P=esmtp S=9 id=one@example.com T=\"a\\\" U=root\" from <\"x U=root\"@b> for \"y U=root\"@c",
                "<= a@b H=([198.51.100.1]) [192.0.2.66]:25 P=esmtp S=9 id=one@example.com",
                "<= a@b H=h.example (A=x:root) [192.0.2.66]:25 I=[203.0.113.9]:25 P=esmtp S=9 id=one@example.com",
                "<= a@b H=(eve) [192.0.2.66]:25 P=esmtp S=9 id=one@example.com for \"x) [198.51.100.1] A=x:root\"@d c@d",
                "<= a@b H=h.example (v) [192.0.2.66]:25 U=root P=esmtp S=9 id=one@example.com"
            })
    void trace_exim_textOfAStranger_blamesNobodyElse(String text) {
        assertThat(origins(List.of("2026-11-04 16:46:01 1tAbCd-0001xY-2Z " + text)))
                .containsExactly(EVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<= a@b H=(x) [198.51.100.1] P=esmtp S=1 id=one@example.com) [192.0.2.66]:25 P=esmtp S=9 id=real@b",
                "<= a@b H=(x) [198.51.100.1] P=esmtp S=1 id=one@example.com for a) [192.0.2.66]:25 P=esmtp S=9 id=real@b"
            })
    void trace_exim_helloThatLooksLikeTheLine_isNotBelieved(String text) {
        MailTrace trace = trace(List.of("2026-11-04 16:46:01 1tAbCd-0001xY-2Z " + text), "one@example.com");

        assertThat(trace.culprits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=<\"a, size=1, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA, relay=v [198.51.100.1]\"@b>, size=1, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA, relay=eve [192.0.2.66]",
                "from=<a@b>, size=1, class=0, nrcpts=1, msgid=<one@example.com>, proto=ESMTP, daemon=MTA, relay=x, relay=v [198.51.100.1] [192.0.2.66]"
            })
    void trace_sendmail_textOfAStranger_blamesNobodyElse(String text) {
        assertThat(origins(at("sm-mta[1]: 4A4Gk1aB001234: " + text))).containsExactly(EVE);
    }

    private static List<Origin> origins(List<String> lines) {
        return trace(lines, "one@example.com").mails().stream()
                .map(TracedMail::origin)
                .toList();
    }
}
