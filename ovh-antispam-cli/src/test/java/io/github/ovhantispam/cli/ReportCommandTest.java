package io.github.ovhantispam.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private static final String ADDRESS = "122.122.122.122";

    @TempDir
    private Path directory;

    private final ProgramRun program = new ProgramRun();

    @Test
    void report_ofTheEmulator_isAPageThatSaysItIsInvented() {
        assertThat(program.run("report", "--html", "--emulator", "--zone", "UTC"))
                .isZero();

        assertThat(program.out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains(
                        "<h1>Spam report for the account</h1>",
                        "122.122.122.122 is blocked",
                        "this account is invented");
    }

    @Test
    void report_toAFile_replacesItAndLeavesNothingElse() throws IOException {
        Path page = Files.writeString(directory.resolve("report.html"), "yesterday's");

        assertThat(program.run("report", ADDRESS, "--emulator", "--output", page.toString()))
                .isZero();

        assertThat(Files.readString(page)).contains("<h1>Spam report for 122.122.122.122</h1>");
        assertThat(Files.getPosixFilePermissions(page)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(page);
        }
        assertThat(program.out()).isEmpty();
        assertThat(program.err()).contains("Written: " + page);
    }

    @Test
    void report_toALink_leavesTheLink() throws IOException {
        Path page = Files.writeString(directory.resolve("page.html"), "yesterday's");
        Path link = Files.createSymbolicLink(directory.resolve("link.html"), page);

        assertThat(program.run("report", "--emulator", "--output", link.toString()))
                .isZero();

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
    }

    @Test
    void report_asJson_hasEveryMail() {
        assertThat(program.run("report", "--json", "--emulator", "--zone", "UTC"))
                .isZero();

        assertThat(program.json())
                .extracting(line -> line.get("type").asText())
                .containsExactly("report", "address", "stats", "mail", "mail", "mail", "mail", "mail", "mail", "mail");
        assertThat(program.json().get(0).get("example").asBoolean()).isTrue();
        assertThat(program.json().get(1).get("releasableAt").asText()).isEqualTo("2022-08-29T17:42:50+00:00");
    }

    @Test
    void report_withALog_namesTheSender() throws IOException {
        Path log = directory.resolve("mail.log");
        Files.write(
                log,
                List.of(
                        "2022-08-29T16:40:00+00:00 mx postfix/smtpd[10]: 4F1A2B3C4D: client=unknown[203.0.113.9], "
                                + "sasl_method=PLAIN, sasl_username=shop@example.net",
                        "2022-08-29T16:40:01+00:00 mx postfix/cleanup[11]: 4F1A2B3C4D: "
                                + "message-id=<d24aa492-5f37-457f-9595-23ddc9e0f714@xxxxxxxxxxxxx.xx.local>",
                        "2022-08-29T16:40:01+00:00 mx postfix/qmgr[12]: 4F1A2B3C4D: from=<shop@example.net>, size=900, "
                                + "nrcpt=1 (queue active)",
                        "2022-08-29T16:40:02+00:00 mx postfix/qmgr[12]: 4F1A2B3C4D: removed"),
                UTF_8);

        assertThat(program.run("report", "--json", "--emulator", "--log", log.toString()))
                .isZero();

        assertThat(program.json())
                .filteredOn(line -> line.get("type").asText().equals("culprit"))
                .singleElement()
                .satisfies(line -> assertThat(line.get("name").asText()).isEqualTo("SASL user shop@example.net"));
        assertThat(program.json())
                .filteredOn(line -> line.has("origin"))
                .singleElement()
                .satisfies(line -> assertThat(line.get("messageId").asText()).startsWith("d24aa492"));
    }

    @Test
    void report_blockThatCannotBeRead_isPartly() {
        try (AntispamEmulator emulator =
                AntispamEmulator.builder().seed(Seed.guide()).start()) {
            emulator.faults().on(Operation.LIST_SPAM).status(460, "This service is expired");

            assertThat(program.environment(emulator.environment()).run("report"))
                    .isEqualTo(8);
        }

        assertThat(program.out())
                .contains("This service is expired")
                .doesNotContain("Nothing is blocked", "this account is invented");
    }

    @Test
    void report_wrongArguments_areOneLineAndUsage() {
        for (List<String> wrong : List.of(
                List.of("--json", "--html"),
                List.of("--json", "--output", "x.html"),
                List.of("--days", "0"),
                List.of("--days", "91"),
                List.of("--log", directory.resolve("missing.log").toString()),
                List.of("not-an-address"))) {
            ProgramRun run = new ProgramRun();

            String[] arguments = Stream.concat(Stream.of("report", "--emulator"), wrong.stream())
                    .toArray(String[]::new);

            assertThat(run.run(arguments)).as("%s", wrong).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("ovh-antispam: ");
        }
    }

    @Test
    void report_fileThatCannotBeWritten_isOutputAndNamesTheDirectory() {
        Path missing = directory.resolve("missing");

        assertThat(program.run(
                        "report",
                        "--emulator",
                        "--output",
                        missing.resolve("report.html").toString()))
                .isEqualTo(9);

        assertThat(program.err()).contains("there is no directory " + missing);
    }

    @Test
    void report_addressOfSomebodyElse_isNotFound() {
        assertThat(program.run("report", "--emulator", "8.8.8.8")).isEqualTo(4);
        assertThat(program.out()).isEmpty();
    }
}
