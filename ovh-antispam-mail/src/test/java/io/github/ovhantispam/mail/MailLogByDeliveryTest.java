package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamStats;
import io.github.ovhantispam.model.SpamTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLogByDeliveryTest {

    private static final Instant TIME = Instant.parse("2026-11-04T16:46:10Z");
    private static final IpAddress DESTINATION = IpAddress.of("203.0.113.1");

    @TempDir
    Path directory;

    @Test
    void traceTargets_deliveryThatFits_namesTheOrigin() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(mail("AAAAAAAAA1", "bob", "203.0.113.1", "Nov  4 16:46:08 mx1 "));
        lines.addAll(mail("AAAAAAAAA2", "eve", "203.0.113.1", "Nov  4 16:49:00 mx1 "));
        lines.addAll(mail("AAAAAAAAA3", "sam", "203.0.113.2", "Nov  4 16:46:10 mx1 "));
        lines.addAll(mail("AAAAAAAAA1", "tom", "203.0.113.1", "Nov  4 18:46:08 mx1 "));

        MailTrace trace = log(lines).traceTargets(List.of(SpamTarget.of(TIME, DESTINATION, "", 300)));

        assertThat(trace.mails()).extracting(TracedMail::origin).containsExactly(new Origin.SaslUser("bob"));
        assertThat(trace.mails().get(0).messageId()).contains(MessageId.of("AAAAAAAAA1@bob"));
        assertThat(trace.incomplete()).isEmpty();
    }

    @Test
    void traceTargets_noDeliveryAroundTheTime_saysSo() throws IOException {
        List<String> lines = mail("AAAAAAAAA1", "bob", "203.0.113.1", "Nov  4 16:40:08 mx1 ");

        MailTrace trace = log(lines).traceTargets(List.of(SpamTarget.of(TIME, DESTINATION, "<>", 300)));

        assertThat(trace.mails()).isEmpty();
        assertThat(trace.incomplete()).extracting(TraceGap::reason).containsExactly(TraceGap.Reason.DELIVERY_NOT_FOUND);
    }

    @Test
    void traceStats_withAndWithoutIdentifier_findsBoth() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(mail("AAAAAAAAA1", "bob", "203.0.113.1", "Nov  4 16:46:08 mx1 "));
        lines.addAll(mail("AAAAAAAAA2", "eve", "203.0.113.9", "Nov  4 16:46:08 mx1 "));
        SpamStats stats = SpamStats.of(
                TIME,
                2,
                2,
                null,
                List.of(
                        SpamTarget.of(TIME, DESTINATION, "", 1),
                        SpamTarget.of(TIME, IpAddress.of("203.0.113.9"), "<AAAAAAAAA2@eve>", 1)));

        assertThat(log(lines).traceStats(List.of(stats)).culprits())
                .extracting(Culprit::origin)
                .containsExactlyInAnyOrder(new Origin.SaslUser("bob"), new Origin.SaslUser("eve"));
    }

    @Test
    void trace_alertWithoutIdentifiers_saysThatItNeedsTheStatistics() throws IOException {
        SpamSample sample = new SpamSample(DESTINATION, Optional.empty(), 300);
        SpamAlert alert = new SpamAlert(IpAddress.of("122.122.122.122"), List.of(sample, sample));

        MailTrace trace = log(mail("AAAAAAAAA1", "bob", "203.0.113.1", "Nov  4 16:46:08 mx1 "))
                .trace(alert);

        assertThat(trace.mails()).isEmpty();
        assertThat(trace.incomplete())
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.detail()).startsWith("a sample to 203.0.113.1 has no Message-ID and no time"));
    }

    @Test
    void trace_alertWithStatistics_findsSamplesWithAndWithoutIdentifier() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.addAll(mail("AAAAAAAAA1", "bob", "203.0.113.1", "Nov  4 16:46:08 mx1 "));
        lines.addAll(mail("AAAAAAAAA2", "eve", "203.0.113.9", "Nov  4 16:46:08 mx1 "));
        SpamSample unnamed = new SpamSample(DESTINATION, Optional.empty(), 300);
        SpamSample elsewhere = new SpamSample(IpAddress.of("203.0.113.77"), Optional.empty(), 300);
        SpamSample named =
                new SpamSample(IpAddress.of("203.0.113.9"), Optional.of(MessageId.of("AAAAAAAAA2@eve")), 300);
        SpamAlert alert = new SpamAlert(IpAddress.of("122.122.122.122"), List.of(unnamed, named, elsewhere));
        SpamStats stats = SpamStats.of(TIME, 1, 1, null, List.of(SpamTarget.of(TIME, DESTINATION, "", 1)));

        MailTrace trace = log(lines).trace(alert, List.of(stats));

        assertThat(trace.culprits())
                .extracting(Culprit::origin)
                .containsExactlyInAnyOrder(new Origin.SaslUser("bob"), new Origin.SaslUser("eve"));
        assertThat(trace.incomplete())
                .singleElement()
                .satisfies(gap -> assertThat(gap.detail()).contains("203.0.113.77"));
    }

    @Test
    void traceTargets_exim_findsTheArrival() throws IOException {
        List<String> lines = List.of(
                "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b U=www-data P=local S=1 id=x@y",
                "2026-11-04 16:46:09 1tAbCd-0001xY-2Z => c@d R=dnslookup T=remote_smtp H=mx.d [203.0.113.1]:25 C=\"250 ok\"");

        assertThat(log(lines)
                        .traceTargets(List.of(SpamTarget.of(TIME, DESTINATION, "", 1)))
                        .culprits())
                .extracting(Culprit::origin)
                .containsExactly(new Origin.LocalUser("www-data"));
    }

    @Test
    void traceTargets_stream_isRefused() {
        MailLog stream = LogText.log(List.of());

        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(() -> stream.traceTargets(List.of(SpamTarget.of(TIME, DESTINATION, "", 1))))
                .withMessageContaining("use a file");
    }

    private MailLog log(List<String> lines) throws IOException {
        return MailLog.of(Files.write(directory.resolve("mail.log"), lines))
                .year(2026)
                .zone(ZoneOffset.UTC);
    }

    private static List<String> mail(String queueId, String login, String destination, String head) {
        return List.of(
                head + "postfix/smtpd[1]: " + queueId + ": client=x[192.0.2.7], sasl_method=PLAIN, sasl_username="
                        + login,
                head + "postfix/cleanup[2]: " + queueId + ": message-id=<" + queueId + '@' + login + '>',
                head + "postfix/qmgr[3]: " + queueId + ": from=<a@b>, size=1, nrcpt=1 (queue active)",
                head + "postfix/smtp[4]: " + queueId + ": to=<c@d>, relay=mx.d[" + destination
                        + "]:25, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 ok)",
                head + "postfix/qmgr[3]: " + queueId + ": removed");
    }
}
