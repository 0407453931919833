package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedTicket;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclareCommandTest {

    private static final String ADDRESS = "122.122.122.122";
    private static final String ID = "fc090jdhf934iu09bf084bfo92@xxxxxxxxxxxxx.com";
    private static final String ALERT = """
            Our protection Antispam detected a significant sending of spam from one of your IP:
            122.122.122.122
            To ensure the safety of our network, the outgoing traffic of your server to port 25 was suspended.

            Destination IP : 188.95.235.33 - Message-ID : %s - Spam score: 300
            """.formatted(ID);

    @TempDir
    private Path directory;

    private AntispamEmulator emulator;
    private Path mail;
    private Path place;

    @BeforeEach
    void start() throws IOException {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        mail = Files.writeString(
                directory.resolve("original.eml"),
                "From: a@example.org\r\nDate: Mon, 29 Aug 2022 16:42:50 +0000\r\nMessage-ID: <" + ID
                        + ">\r\n\r\n\u001b[2JHello\r\n");
        place = directory.resolve("case.zip");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Path receipt() {
        return directory.resolve("case.zip.ticket.txt");
    }

    /** One run against the emulator of the test, with a DNS server that is not there. */
    private ProgramRun program() {
        return new ProgramRun().environment(emulator.environment());
    }

    private String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of("declare", ADDRESS, "--mail", mail.toString(), "--dns", "127.0.0.1:1"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private int send(ProgramRun run, String... more) {
        return run.run(arguments(Stream.concat(Stream.of("--send", "--output", place.toString()), Stream.of(more))
                .toArray(String[]::new)));
    }

    @Test
    void declare_onTheEmulator_printsTheTicketAndItsWeaknessesAndSendsNothing() {
        ProgramRun run = new ProgramRun();

        assertThat(run.columns(80).run("declare", ADDRESS, "--emulator")).isEqualTo(8);

        assertThat(run.out())
                .contains("Subject: Anti-spam false positive", "Message-ID: " + ID)
                .contains("Missing, which the vendor asks for:", "Weak, and better repaired", "FAIL dkim");
        assertThat(run.err()).contains("Nothing was sent");
    }

    @Test
    void declare_ofAnAlert_needsNoCredentialsAndIsComplete() throws IOException {
        Path alert = Files.writeString(directory.resolve("alert.eml"), ALERT);
        ProgramRun run = new ProgramRun();

        assertThat(run.run(
                        "declare",
                        "--alert",
                        alert.toString(),
                        "--mail",
                        mail.toString(),
                        "--dns",
                        "127.0.0.1:1",
                        "--output",
                        place.toString(),
                        "--language",
                        "fr"))
                .isZero();

        assertThat(run.out()).contains("Subject: Faux positif").doesNotContain("\u001b");
        try (ZipFile zip = new ZipFile(place.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .contains("ticket-en.txt", "audit.txt")
                    .anyMatch(name -> name.endsWith(".eml"));
        }
    }

    @Test
    void declare_intoAFolder_hasTheOriginalByteForByte() throws IOException {
        Path folder = directory.resolve("case");

        assertThat(program().run(arguments("--output", folder.toString()))).isEqualTo(8);

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> originals =
                    files.filter(file -> file.toString().endsWith(".eml")).toList();
            assertThat(originals)
                    .hasSize(1)
                    .first()
                    .satisfies(file -> assertThat(file).hasSameBinaryContentAs(mail));
        }
        assertThat(emulator.tickets()).isEmpty();
    }

    @Test
    void declare_overAnotherCase_leavesItAndEndsWithCode9() throws IOException {
        Files.writeString(place, "yesterday's");
        ProgramRun run = program();

        assertThat(run.run(arguments("--output", place.toString()))).isEqualTo(9);

        assertThat(run.err()).contains("case.zip was not written: it exists already");
        assertThat(place).hasContent("yesterday's");
    }

    @Test
    void declare_json_hasTheTicketAsItIsSent() {
        ProgramRun run = program();

        assertThat(send(run, "--yes", "--json")).isZero();

        EmulatedTicket sent = emulator.tickets().get(0);
        assertThat(run.json().get(0).get("body").asText()).isEqualTo(sent.body());
        assertThat(run.json().get(0).get("request").asText()).contains("\"category\":\"incident\"");
        assertThat(run.json().get(0).get("problems")).isNotEmpty();
        assertThat(run.json().get(1).get("type").asText()).isEqualTo("ticket");
        assertThat(run.json().get(1).get("id").asLong()).isEqualTo(sent.ticketId());
    }

    @Test
    void send_withTheWordTyped_opensOneTicketAndKeepsItsNumber() {
        ProgramRun run = program().typing("open the ticket");

        assertThat(send(run)).isZero();

        assertThat(emulator.tickets()).hasSize(1);
        assertThat(run.out()).contains("Opened: ticket ");
        assertThat(receipt()).content().contains("Opened: ticket ");
        assertThat(place).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "y", "OPEN THE TICKET"})
    void send_withAnotherWordTyped_sendsNothing(String word) {
        ProgramRun run = program().typing(word);

        assertThat(send(run)).isEqualTo(6);

        assertThat(run.err()).contains("nothing was sent");
        assertThat(emulator.journal().count(Operation.CREATE_TICKET)).isZero();
        assertThat(receipt()).doesNotExist();
        assertThat(place).doesNotExist();
    }

    @Test
    void send_withoutATerminal_needsYes() {
        ProgramRun run = program().standardInput("open the ticket\n");

        assertThat(send(run)).isEqualTo(2);

        assertThat(run.err()).contains("--yes", "nothing was sent");
        assertThat(emulator.tickets()).isEmpty();
    }

    @Test
    void send_onceMoreFromTheSameCase_isRefused() {
        assertThat(send(program(), "--yes")).isZero();
        ProgramRun again = program();

        assertThat(send(again, "--yes")).isEqualTo(6);

        assertThat(again.err())
                .contains("a ticket was opened from this case", receipt().toString());
        assertThat(emulator.tickets()).hasSize(1);
    }

    @Test
    void send_fromACaseOfADryRun_keepsTheCase() throws IOException {
        assertThat(program().run(arguments("--output", place.toString()))).isEqualTo(8);
        byte[] before = Files.readAllBytes(place);

        assertThat(send(program(), "--yes")).isZero();

        assertThat(place).hasBinaryContent(before);
    }

    @Test
    void send_whoseResponseIsLost_isNeverSentAgain() {
        emulator.faults().on(Operation.CREATE_TICKET).times(1).resetAfterProcessing();
        ProgramRun run = program();

        assertThat(send(run, "--yes")).isEqualTo(5);

        assertThat(run.err()).contains("the ticket may have been opened: look in the control panel");
        assertThat(send(program(), "--yes")).isEqualTo(6);
        assertThat(emulator.tickets()).hasSize(1);
        assertThat(emulator.journal().count(Operation.CREATE_TICKET)).isEqualTo(1);
    }

    @Test
    void send_withAKeyThatMayNot_canBeSentLaterWithAnother() {
        emulator.credential().allowNothing().allow("GET", "/ip").allow("GET", "/ip/*");
        ProgramRun run = program();
        assertThat(send(run, "--yes")).isEqualTo(3);
        assertThat(run.err()).contains("POST /support/tickets/create", "no ticket was opened");
        assertThat(receipt()).doesNotExist();

        emulator.credential().allow("POST", "/support/tickets/create");

        assertThat(send(program(), "--yes")).isZero();
        assertThat(emulator.tickets()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare",
                "declare 1.2.3.4 --mail /no/such.eml",
                "declare --alert /no/such.eml",
                "declare 1.2.3.4 --send",
                "declare 1.2.3.4 --send --output case",
                "declare 1.2.3.4 --yes",
                "declare 1.2.3.4 --language de",
                "declare 1.2.3.4 --emulator --dns nowhere"
            })
    void declare_withAWrongArgument_isOneLineAndCode2(String line) {
        ProgramRun run = new ProgramRun();

        assertThat(run.run(line.split(" ", -1))).isEqualTo(2);

        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
        assertThat(run.err()).startsWith("ovh-antispam: ").doesNotContain("java.");
    }

    @Test
    void declare_ofAnAlertAboutAnotherAddress_isAUsageMistake() throws IOException {
        Path alert = Files.writeString(directory.resolve("alert.eml"), ALERT);
        ProgramRun run = new ProgramRun();

        assertThat(run.run("declare", "192.0.2.7", "--alert", alert.toString())).isEqualTo(2);

        assertThat(run.err()).contains("the alert is about " + ADDRESS);
    }
}
