package io.github.ovhantispam.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs as containers and the journal keep them. */
class ContainerLogTest {

    private static final Origin BOB = new Origin.SaslUser("bob");
    private static final Instant TIME = Instant.parse("2026-11-04T16:46:01Z");
    private static final List<String> TEXTS = List.of(
            "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7], sasl_method=X, sasl_username=bob",
            "postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>",
            "postfix/qmgr[3]: A1A2A3A4A5: removed");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix-mailcow-1  | Nov  4 16:46:01 mx1 ",
                "\u001b[36mpostfix-mailcow_1 |\u001b[0m Nov  4 16:46:01 mx1 ",
                "\u001b[36;1mpostfix-1  | \u001b[0mNov  4 16:46:01 mx1 ",
                "postfix-1  | 2026-11-04T16:46:03.123456789Z Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:03.123456789Z Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:03.123456789Z <22>Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:03.123456789Z 2026-11-04T16:46:01+00:00 mx1 ",
                "2026-11-04T16:46:03.123456789Z stdout F Nov  4 16:46:01 mx1 ",
                "2026-11-04T16:46:03.123456789+01:00 stderr F 2026-11-04T16:46:01.000000+00:00 mx1 ",
                "[pod/postfix-0/postfix] Nov  4 16:46:01 mx1 "
            })
    void trace_linesInTheWrappingOfAContainer_areRead(String head) {
        assertFound(LogText.log(TEXTS.stream().map(head::concat).toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exim-1  | ", "2026-11-04T16:46:03.123456789Z ", "2026-11-04T16:46:03.1Z stdout F "})
    void trace_linesOfEximInTheWrappingOfAContainer_areRead(String head) {
        assertFound(LogText.log(List.of(
                head
                        + "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b H=x [192.0.2.7] P=esmtpa A=login:bob S=1 id=one@example.com",
                head + "2026-11-04 16:46:02 1tAbCd-0001xY-2Z Completed")));
    }

    @Test
    void trace_jsonFilesOfDocker_areRead() {
        List<String> lines = new ArrayList<>(TEXTS.stream()
                .map(text -> "{\"log\":\"Nov  4 16:46:01 mx1 " + text.replace("<", "\\u003c")
                        + "\\n\",\"stream\":\"stdout\",\"time\":\"2026-11-04T16:46:03Z\"}")
                .toList());
        lines.add("{\"log\":\"half a rec");

        assertFound(LogText.log(lines));
    }

    @Test
    void trace_journalInJson_isRead() {
        List<String> lines = TEXTS.stream().map(ContainerLogTest::json).toList();

        assertFound(LogText.log(lines));
    }

    @Test
    void trace_journalInJson_textThatIsNotUtf8_isReadByItsBytes() {
        StringBuilder numbers = new StringBuilder("[");
        for (byte b : "A1A2A3A4A5: message-id=<one@example.com>".getBytes(StandardCharsets.US_ASCII)) {
            numbers.append(b).append(',');
        }
        numbers.append("255]");
        List<String> lines =
                new ArrayList<>(TEXTS.stream().map(ContainerLogTest::json).toList());
        lines.set(1, json("postfix/cleanup[2]: TEXT").replace("\"TEXT\"", numbers));

        assertFound(LogText.log(lines));
    }

    @Test
    void trace_exportOfTheJournal_isRead() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (String text : TEXTS) {
            String message = text.substring(text.indexOf(": ") + 2);
            log.writeBytes(utf8("__CURSOR=s=1\n__REALTIME_TIMESTAMP=1793810761000000\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER="
                    + text.substring(0, text.indexOf('[')) + "\nSYSLOG_PID=1\nMESSAGE\n"));
            log.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(message.length())
                    .array());
            log.writeBytes(utf8(message + "\n_UID=0\n\n"));
        }

        assertFound(MailLog.stream(new ByteArrayInputStream(log.toByteArray())).zone(ZoneOffset.UTC));
    }

    @Test
    void trace_lineEndInARecord_beginsNoLine() {
        String forged = "x\\nNov  4 16:46:01 mx1 postfix/smtpd[1]: A1A2A3A4A5: client=v[198.51.100.1]"
                + "\\nNov  4 16:46:01 mx1 postfix/cleanup[1]: A1A2A3A4A5: message-id=<one@example.com>";

        assertThat(LogText.trace(List.of(json("evil[1]: " + forged)), "one@example.com")
                        .mails())
                .isEmpty();
        assertThat(LogText.trace(List.of("{\"log\":\"" + forged + "\"}"), "one@example.com")
                        .mails())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"",
                "{\"log\":",
                "{\"log\":[[[[[[[[[[[[[[[[[[[[[[[[1",
                "{\"log\":[1,2,3e9]}",
                "{\"log\":7}",
                "__CURSOR="
            })
    void trace_recordThatIsNone_isNotAnError(String text) {
        assertThat(LogText.trace(List.of(text, text.repeat(100)), "one@example.com")
                        .mails())
                .isEmpty();
    }

    @Test
    void trace_exportWithAFieldOfAnyLength_staysInBounds() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(utf8("__CURSOR=1\nMESSAGE\n"));
        log.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Long.MAX_VALUE)
                .array());
        log.writeBytes(utf8("and no more"));

        MailTrace trace = MailLog.stream(new ByteArrayInputStream(log.toByteArray()))
                .trace(List.of(MessageId.of("one@example.com")));

        assertThat(trace.mails()).isEmpty();
    }

    private static void assertFound(MailLog log) {
        assertThat(log.trace(List.of(MessageId.of("one@example.com"))).mails())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.origin()).isEqualTo(BOB);
                    assertThat(mail.time()).isEqualTo(TIME);
                    assertThat(mail.finished()).isTrue();
                });
    }

    private static String json(String text) {
        return "{\"__REALTIME_TIMESTAMP\":\"1793810761000000\",\"_HOSTNAME\":\"mx1\",\"SYSLOG_IDENTIFIER\":\""
                + text.substring(0, text.indexOf('[')) + "\",\"_PID\":\"1\",\"MESSAGE\":\""
                + text.substring(text.indexOf(": ") + 2) + "\",\"_CMDLINE\":{\"x\":[1]}}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
