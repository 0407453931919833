package io.github.ovhantispam.mail;

import static io.github.ovhantispam.mail.LogText.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ovhantispam.model.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailLogTest {

    private static final List<MessageId> ONE = List.of(MessageId.of("one@example.com"));
    private static final Origin CLIENT = new Origin.Client(IpAddress.of("192.0.2.7"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nov  4 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov 04 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov 4 16:46:01.123 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "<22>Nov  4 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 <mail.info> mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 mx1 postfix/smtpd[1]: [ID 197553 mail.info] | 2026-11-04T16:46:01Z",
                "2026-11-04T16:46:01.018047+00:00 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01.018047Z",
                "2026-11-04T16:46:01+0100 mx1 postfix/smtpd[1]: | 2026-11-04T15:46:01Z",
                "2026-11-04 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "2026-11-04 16:46:01.5 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01.500Z",
                "2026-11-04T16:46:01Z mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "2026 Nov  4 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 2026 16:46:01 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 2026 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Wed Nov  4 16:46:01 2026 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 GMT mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 MAIL postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Nov  4 16:46:01 2026 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Wed 2026-11-04 16:46:01 UTC mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "Wed 2026-11-04 16:46:01 CET mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01Z",
                "1793810761.123456 mx1 postfix/smtpd[1]: | 2026-11-04T16:46:01.123456Z",
                "2026-11-04T16:46:01+02:00 mx1 postfix/smtpd 1 - - | 2026-11-04T14:46:01Z",
                "2026-11-04T16:46:01Z mx1 postfix/smtpd - ID1 [a b=\"c\"] | 2026-11-04T16:46:01Z",
                "<22>1 2026-11-04T16:46:01.5Z mx1 postfix/smtpd 1 - - | 2026-11-04T16:46:01.500Z",
                "1 2026-11-04T16:46:01-05:00 mx1 postfix/smtpd 1 - [a@1 b=\"c] d\"] | 2026-11-04T21:46:01Z"
            })
    void trace_anyFormOfTheTime_isRead(String head, Instant time) {
        List<String> lines = List.of(
                head + " A1A2A3A4A5: client=x[192.0.2.7]",
                head.replace("smtpd", "cleanup") + " A1A2A3A4A5: message-id=<one@example.com>",
                head.replace("smtpd", "qmgr") + " A1A2A3A4A5: removed");

        assertThat(LogText.log(lines).trace(ONE).mails()).singleElement().satisfies(mail -> {
            assertThat(mail.time()).isEqualTo(time);
            assertThat(mail.origin()).isEqualTo(CLIENT);
            assertThat(mail.finished()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feb 30 16:46:01 mx1 ",
                "Nov 32 16:46:01 mx1 ",
                "2026-02-30T16:46:01Z mx1 ",
                "2026-13-04 16:46:01 mx1 ",
                "2026-11-04T24:00:00Z mx1 ",
                "2026-11-04T16:60:01Z mx1 ",
                "2026-11-04T16:46:01+99:99 mx1 ",
                "Nov  4 2026 25:46:01 mx1 ",
                "99999999999.123456 mx1 "
            })
    void trace_timeThatIsNone_isNotAnError(String head) {
        assertThat(LogText.log(lines(head)).trace(ONE).mails()).hasSizeLessThan(2);
    }

    @Test
    void trace_timeWithYearButWithoutZone_isNotedToo() {
        MailTrace trace = LogText.log(List.of(
                        "2026-11-04 16:46:01 1tAbCd-0001xY-2Z <= a@b H=x [192.0.2.7] P=esmtp S=1 id=one@example.com"))
                .trace(ONE);

        assertThat(trace.notes()).containsExactly("times in the stream have no zone: read as Z");
    }

    @Test
    void trace_timesWithoutZone_areReadInTheZoneThatWasSetAndThatIsNoted() {
        MailTrace trace = LogText.log(lines("Jul  4 16:46:01 mx1 "))
                .zone(ZoneId.of("Europe/Paris"))
                .trace(ONE);

        assertThat(trace.mails().get(0).time()).isEqualTo(Instant.parse("2026-07-04T14:46:01Z"));
        assertThat(trace.notes()).containsExactly("times in the stream have no zone: read as Europe/Paris");
    }

    @Test
    void trace_logOverNewYear_countsTheTurnBack() {
        List<String> lines = new ArrayList<>(lines("Dec 31 23:59:59 mx1 "));
        lines.add("Jan  1 00:00:01 mx1 postfix/qmgr[1]: A1A2A3A4A5: removed");

        MailTrace trace = LogText.log(lines).trace(ONE);

        assertThat(trace.mails().get(0).time()).isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
    }

    @Test
    void trace_linesThatChangePlacesAtMidnightOfNewYear_stayInTheirYears() {
        List<String> lines = new ArrayList<>();
        lines.add("Dec 31 23:59:59 mx1 cron[1]: tick");
        lines.add("Jan  1 00:00:00 mx1 cron[1]: tick");
        lines.addAll(lines("Dec 31 23:59:59 mx1 "));
        lines.add("Jan  1 00:00:01 mx1 cron[1]: tick");

        assertThat(LogText.log(lines).trace(ONE).mails().get(0).time())
                .isEqualTo(Instant.parse("2025-12-31T23:59:59Z"));
    }

    @Test
    void trace_fileWithoutYear_takesItFromWhenItWasWritten() throws IOException {
        Path file = file("mail.log.1", lines("Dec 31 23:59:59 mx1 "));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2024-01-01T06:00:00Z")));

        MailTrace trace = MailLog.of(file).zone(ZoneOffset.UTC).trace(ONE);

        assertThat(trace.mails().get(0).time()).isEqualTo(Instant.parse("2023-12-31T23:59:59Z"));
        assertThat(trace.notes()).hasSize(2).allMatch(note -> note.contains("mail.log.1"));
    }

    @Test
    void trace_rotatedSetInAnyOrder_isReadOldestFirst() throws IOException {
        List<String> lines = lines("Nov  4 16:46:01 mx1 ");
        Path first = gzip("mail.log.2.gz", lines.subList(0, 1));
        Path second = file("mail.log.1", lines.subList(1, 2));
        Path third = file("mail.log", at("postfix/qmgr[1]: A1A2A3A4A5: removed"));

        for (List<Path> order : List.of(List.of(first, second, third), List.of(third, second, first))) {
            assertThat(MailLog.of(order).year(2026).trace(ONE).mails())
                    .extracting(TracedMail::origin, TracedMail::finished)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(CLIENT, true));
        }
        assertThat(MailLog.rotated(third).year(2026).trace(ONE).mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void rotated_datedNames_areReadOldestFirst() throws IOException {
        List<String> lines = lines("Nov  4 16:46:01 mx1 ");
        gzip("maillog-20261101.gz", lines.subList(0, 1));
        file("maillog-20261108", lines.subList(1, 2));
        file("maillog-old.txt", List.of("of no concern"));

        assertThat(MailLog.rotated(directory.resolve("maillog"))
                        .year(2026)
                        .trace(ONE)
                        .mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void trace_sameFileTwice_countsOnce() throws IOException {
        Path file = file("mail.log", lines("Nov  4 16:46:01 mx1 "));
        Path copy = file("copy.log", lines("Nov  4 16:46:01 mx1 "));

        assertThat(MailLog.of(file, file, copy)
                        .year(2026)
                        .trace(ONE)
                        .mails()
                        .get(0)
                        .queueIds())
                .containsExactly("A1A2A3A4A5");
    }

    @Test
    void between_filesThatCannotHoldTheTime_areNotOpened() throws IOException {
        Path old = Files.writeString(directory.resolve("mail.log.3"), "");
        Files.delete(old);
        Files.createSymbolicLink(old, Files.createDirectory(directory.resolve("a directory cannot be read")));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-09-01T00:00:00Z")));
        Path file = file("mail.log", lines("Nov  4 16:46:01 mx1 "));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-05T00:00:00Z")));
        MailLog log = MailLog.of(old, file).zone(ZoneOffset.UTC);
        Instant time = Instant.parse("2026-11-04T00:00:00Z");

        assertThat(log.between(time, time.plusSeconds(86_400)).trace(ONE).mails())
                .hasSize(1);
        assertThat(log.between(time.minusSeconds(5 * 86_400), time.minusSeconds(4 * 86_400))
                        .trace(ONE)
                        .missing())
                .hasSize(1);
        assertThatExceptionOfType(MailLogException.class).isThrownBy(() -> log.trace(ONE));
    }

    @Test
    void trace_concatenatedArchive_isReadWhole() throws IOException {
        List<String> lines = lines("Nov  4 16:46:01 mx1 ");
        Path file = Files.write(directory.resolve("x.gz"), packed(lines.subList(0, 1)));
        Files.write(file, packed(lines.subList(1, 2)), java.nio.file.StandardOpenOption.APPEND);

        assertThat(MailLog.of(file).year(2026).trace(ONE).mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void trace_archiveThatEndsEarly_countsWhatWasReadAndSaysSo() throws IOException {
        List<String> lines = new ArrayList<>(lines("Nov  4 16:46:01 mx1 "));
        for (int i = 0; i < 50_000; i++) {
            lines.add("Nov  4 16:46:01 mx1 cron[" + i + "]: " + Integer.toHexString(i * 0x9E3779B9));
        }
        byte[] whole = packed(lines);
        Path file = Files.write(directory.resolve("x.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));

        MailTrace trace = MailLog.of(file).year(2026).trace(ONE);

        assertThat(trace.mails()).hasSize(1);
        assertThat(trace.incomplete())
                .extracting(TraceGap::reason)
                .containsExactly(TraceGap.Reason.SOURCE_NOT_READ_TO_ITS_END);
    }

    @Test
    void trace_archiveBomb_isCutAndSaid() throws IOException {
        Path file = Files.write(directory.resolve("x.gz"), packed(Collections.nCopies(20, "\0".repeat(1 << 20))));

        MailTrace trace = MailLog.of(file).year(2026).trace(ONE);
        MailTrace less = MailLog.of(file).year(2026).unpackAtMost(1_000_000).trace(ONE);

        assertThat(trace.incomplete())
                .extracting(TraceGap::detail)
                .singleElement()
                .asString()
                .contains("16777216");
        assertThat(less.incomplete())
                .extracting(TraceGap::detail)
                .singleElement()
                .asString()
                .contains("1000000");
    }

    @Test
    void trace_otherArchives_areRefusedWithTheRemedy() throws IOException {
        Path file = Files.write(directory.resolve("mail.log.2.xz"), new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0});

        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(() -> MailLog.of(file).trace(ONE))
                .withMessageContaining("unpack it first");
    }

    @Test
    void trace_missingFile_isNamedInOneLine() {
        assertThatExceptionOfType(MailLogException.class)
                .isThrownBy(
                        () -> MailLog.of(directory.resolve("no\u001b[31m.log")).trace(ONE))
                .withMessageMatching("cannot read \\P{Cntrl}+no such file\\P{Cntrl}*|cannot read \\P{Cntrl}+");
    }

    @Test
    void trace_emptyFile_findsNothing() throws IOException {
        assertThat(MailLog.of(file("mail.log", List.of())).trace(ONE).missing()).isEqualTo(ONE);
    }

    @Test
    void trace_lineOfMegabytes_doesNotHideTheNext() {
        List<String> lines = new ArrayList<>(lines("Nov  4 16:46:01 mx1 "));
        lines.add(1, "Nov  4 16:46:01 mx1 x[1]: " + "y".repeat(3_000_000));
        lines.add(0, "z".repeat(200_000));

        assertThat(LogText.log(lines).trace(ONE).mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void trace_holeOfARotationByCopying_doesNotHideTheLine() {
        List<String> lines = new ArrayList<>(lines("Nov  4 16:46:01 mx1 "));
        lines.set(0, "\0".repeat(5_000) + lines.get(0));

        assertThat(LogText.log(lines).trace(ONE).mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void trace_originThatWasPushedOut_isOutOfReachAndNotAnothers() {
        List<String> lines = new ArrayList<>(lines("Nov  4 16:46:01 mx1 "));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            others.add("Nov  4 16:46:01 mx1 postfix/smtpd[1]: "
                    + Integer.toHexString(0x10000000 + i).toUpperCase(java.util.Locale.ROOT) + ": client=other" + i
                    + ".example.net[198.51.100.1]");
        }
        lines.addAll(1, others);

        MailTrace trace = LogText.log(lines).trace(ONE);

        assertThat(trace.mails()).extracting(TracedMail::origin).containsExactly(new Origin.Unknown());
        assertThat(trace.incomplete())
                .extracting(TraceGap::reason)
                .containsExactly(TraceGap.Reason.ORIGIN_NOT_IN_REACH);
    }

    @Test
    void trace_oneIdentifierOnEveryMail_isCappedAndSaid() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add("Nov  4 16:46:01 mx1 postfix/cleanup[1]: " + (100_000 + i) + ": message-id=<one@example.com>");
        }

        MailTrace trace = LogText.log(lines).trace(ONE);

        assertThat(trace.mails().get(0).queueIds()).hasSize(100);
        assertThat(trace.incomplete()).extracting(TraceGap::reason).contains(TraceGap.Reason.LIMIT_REACHED);
    }

    @Test
    void trace_noIdentifiers_readsNothing() {
        assertThat(MailLog.of(directory.resolve("none")).trace(List.of()).mails())
                .isEmpty();
    }

    @Test
    void detect_knownPlaces_readsTheirSets() throws IOException {
        Path log = Files.createDirectories(directory.resolve("var/log"));
        List<String> lines = lines("Nov  4 16:46:01 mx1 ");
        Files.write(log.resolve("maillog-20261101"), lines.subList(0, 1));
        Files.write(log.resolve("maillog"), lines.subList(1, 2));

        assertThat(MailLog.detect(directory).year(2026).trace(ONE).mails())
                .extracting(TracedMail::origin)
                .containsExactly(CLIENT);
    }

    @Test
    void detect_containersOfAMailServer_areReadAndNoOthers() throws IOException {
        List<String> lines = lines("Nov  4 16:46:01 mx1 ");
        container("aa11", "/mailcowdockerized-postfix-mailcow-1", lines);
        container("bb22", "/web-1", lines("Nov  4 16:46:00 web "));
        container("cc33", "not\" Docker's", lines("Nov  4 16:46:00 web "));

        assertThat(MailLog.detect(directory).year(2026).trace(ONE).mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.time())
                        .isEqualTo(Instant.parse("2026-11-04T16:46:01Z")
                                .atZone(ZoneOffset.UTC)
                                .withZoneSameLocal(ZoneId.systemDefault())
                                .toInstant()));
    }

    private void container(String id, String name, List<String> lines) throws IOException {
        Path container = Files.createDirectories(directory.resolve("var/lib/docker/containers/" + id));
        Files.writeString(
                container.resolve("config.v2.json"),
                "{\"State\":{\"Name\":\"postfix\"},\"ID\":\"" + id + "\",\"Name\":\"" + name + "\"}");
        Files.write(
                container.resolve(id + "-json.log"),
                lines.stream()
                        .map(line -> "{\"log\":\"" + line + "\\n\",\"stream\":\"stdout\"}")
                        .toList());
    }

    @Test
    void settings_thatMakeNoSense_areRefused() {
        Instant now = Instant.EPOCH;

        assertThatIllegalArgumentException().isThrownBy(() -> MailLog.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> MailLog.journal().year(26));
        assertThatIllegalArgumentException().isThrownBy(() -> MailLog.journal().unpackAtMost(0));
        assertThatIllegalArgumentException().isThrownBy(() -> MailLog.journal().between(now, now.minusSeconds(1)));
    }

    private static List<String> lines(String head) {
        return List.of(
                head + "postfix/smtpd[1]: A1A2A3A4A5: client=x[192.0.2.7]",
                head + "postfix/cleanup[2]: A1A2A3A4A5: message-id=<one@example.com>");
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), lines);
    }

    private Path gzip(String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), packed(lines));
    }

    private static byte[] packed(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                gzip.write((line + '\n').getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
