package io.github.ovhantispam.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.model.IpAddress;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalsePositiveReportTest {

    private static final String WHOLE = String.join(
            "\r\n",
            "From: a@b.test",
            "Date: Tue, 24 Nov 2026 10:00:00 +0000",
            "Message-ID: <1@b.test>",
            "Subject: \u001b[31m../../x",
            "",
            "Hello \u00e9",
            "");

    @TempDir
    Path folder;

    private final AuditReport audit = new AuditReport(
            List.of(
                    new AuditFinding("words", Verdict.WARN, "buy now", "Content of your email", ""),
                    new AuditFinding("date", Verdict.PASS, "today", "RFC", "RFC 5322"),
                    new AuditFinding("spf", Verdict.FAIL, "softfail", "Authentication", "RFC 7208")),
            Optional.of(SpfResult.SOFTFAIL));

    @Test
    void problems_completeCase_areNone() {
        assertThat(report("1@b.test").message(mail(WHOLE)).audit(audit).build().problems())
                .isEmpty();
    }

    @Test
    void problems_nothingGiven_nameEachThing() {
        assertThat(report("1@b.test").build().problems())
                .anySatisfy(problem -> assertThat(problem).contains("no original mail"))
                .anySatisfy(problem -> assertThat(problem).contains("no audit"))
                .anySatisfy(problem -> assertThat(problem).contains("1@b.test is missing"));
    }

    @Test
    void problems_partOfAMail_nameWhatIsMissing() {
        assertThat(report("1@b.test")
                        .message(mail("hello world"))
                        .audit(audit)
                        .build()
                        .problems())
                .anySatisfy(problem -> assertThat(problem)
                        .contains("the header From, the header Date, the header Message-ID, the empty line"));
        assertThat(report("1@b.test")
                        .message(mail(WHOLE.substring(0, WHOLE.indexOf("\r\n\r\n") + 4)))
                        .audit(audit)
                        .build()
                        .problems())
                .anySatisfy(problem -> assertThat(problem).endsWith("it lacks the body"));
    }

    @Test
    void problems_mailThatWasNotReported_isNamed() {
        assertThat(report("2@b.test").message(mail(WHOLE)).audit(audit).build().problems())
                .anySatisfy(problem -> assertThat(problem).contains("1@b.test, which was not reported"));
    }

    @Test
    void weaknesses_audit_failuresFirst() {
        assertThat(report("1@b.test").audit(audit).build().weaknesses())
                .containsExactly("FAIL spf: softfail (RFC 7208)", "WARN words: buy now");
    }

    @Test
    void writeZip_mail_isThereByteForByteUnderANameOfOurs() throws Exception {
        Path file = folder.resolve("report.zip");
        report("1@b.test").message(mail(WHOLE)).audit(audit).build().writeZip(file);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertThat(names).hasSize(6).allMatch(name -> name.matches("[a-z]+(-fr|-en)?\\.txt|01-[0-9a-f]{16}\\.eml"));
            String mail = names.get(names.size() - 1);
            assertThat(zip.getInputStream(zip.getEntry(mail)).readAllBytes()).isEqualTo(mail(WHOLE));
        }
    }

    @Test
    void writeZip_existingFile_isNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("report.zip"), "precious");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> report("1@b.test").build().writeZip(file))
                .withMessageContaining("choose another place");
        assertThat(file).hasContent("precious");
    }

    @Test
    void writeTo_folder_hasTheFilesAndNothingIsOverwritten() {
        FalsePositiveReport report =
                report("1@b.test").message(mail(WHOLE)).audit(audit).build();
        Path target = folder.resolve("case");
        report.writeTo(target);

        assertThat(target.toFile().list()).hasSize(6);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> report.writeTo(target));
        assertThat(target.toFile().list()).hasSize(6);
    }

    @Test
    void writeZip_placeThatCannotBeWritten_leavesNothing() {
        Path file = folder.resolve("missing").resolve("report.zip");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> report("1@b.test").build().writeZip(file));
        assertThat(file).doesNotExist();
    }

    @Test
    void writeZip_placeWithALineBreak_isOneLine() {
        Path file = folder.resolve("mis\nsing").resolve("report.zip");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> report("1@b.test").build().writeZip(file))
                .satisfies(failure -> assertThat(failure.getCause().getMessage())
                        .contains("choose another place")
                        .doesNotContain("\n"));
    }

    @Test
    void ticket_bothLanguages_holdTheCaseAndNothingThatATerminalObeys() {
        FalsePositiveReport report =
                report("1@b.test").message(mail(WHOLE)).audit(audit).build();

        assertThat(report.ticket(Language.FRENCH).body())
                .contains("IP : 192.0.2.1", "Message-ID: 1@b.test", "donn\u00e9es personnelles", "Subject: ?[31m");
        assertThat(report.ticket(Language.ENGLISH).body())
                .contains("IP: 192.0.2.1", "FAIL spf", "personal data")
                .doesNotContain("\u001b");
    }

    @Test
    void ticket_largeMails_isCutAtSixtyThousandBytes() {
        FalsePositiveReport.Builder builder = report("1@b.test");
        for (int i = 0; i < 20; i++) {
            builder.message(mail(WHOLE + "\u00e9".repeat(30_000)));
        }

        assertThat(builder.build().ticket(Language.FRENCH).body().getBytes(UTF_8))
                .hasSizeBetween(59_990, 60_000);
        assertThatIllegalStateException().isThrownBy(() -> builder.message(mail(WHOLE)));
    }

    private static FalsePositiveReport.Builder report(String id) {
        return FalsePositiveReport.of(new SpamAlert(
                IpAddress.of("192.0.2.1"),
                List.of(new SpamSample(IpAddress.of("192.0.2.9"), Optional.of(MessageId.of(id)), 300))));
    }

    private static byte[] mail(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
