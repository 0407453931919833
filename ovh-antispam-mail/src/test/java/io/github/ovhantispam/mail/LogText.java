package io.github.ovhantispam.mail;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Lines of a log, and a trace through them. */
final class LogText {

    static final String T = "Nov  4 16:46:01 mx1 ";

    private LogText() {}

    static MailTrace trace(List<String> lines, String... ids) {
        return log(lines).trace(Arrays.stream(ids).map(MessageId::of).toList());
    }

    static MailLog log(List<String> lines) {
        byte[] bytes = (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
        return MailLog.stream(new ByteArrayInputStream(bytes)).year(2026).zone(ZoneOffset.UTC);
    }

    /** Lines of one second and host, each from its program on. */
    static List<String> at(String... texts) {
        return Arrays.stream(texts).map(text -> T + text).toList();
    }
}
