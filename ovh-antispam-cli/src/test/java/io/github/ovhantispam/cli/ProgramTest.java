package io.github.ovhantispam.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    private static final String ADDRESS = "122.122.122.122";
    private static final String WORD = "--i-stopped-the-mail-and-emptied-the-queue";

    private final ProgramRun run = new ProgramRun();

    @Test
    void blocked_onTheEmulator_isATable() {
        assertThat(run.run("blocked", "--emulator", "--zone", "UTC")).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "ADDRESS          STATE           SINCE                      FOR  BLOCK",
                        "122.122.122.122  blockedForSpam  2022-08-29 16:42:50+00:00  1 h  122.122.122.121/28");
        assertThat(run.err()).contains("nothing real is read or changed").contains("Next: ovh-antispam show");
    }

    @Test
    void blocked_inFortyColumns_isOneFieldPerLine() {
        assertThat(run.columns(40).run("blocked", "--emulator", "--zone", "UTC"))
                .isZero();
        assertThat(run.out().lines())
                .allMatch(line -> line.length() <= 40)
                .contains("ADDRESS  122.122.122.122", "SINCE    2022-08-29 16:42:50+00:00");
    }

    @Test
    void blocked_json_isALinePerAddress() {
        assertThat(run.run("blocked", "--emulator", "--json", "--zone", "+02:00"))
                .isZero();
        assertThat(run.json()).singleElement().satisfies(address -> {
            assertThat(address.get("type").asText()).isEqualTo("address");
            assertThat(address.get("address").asText()).isEqualTo(ADDRESS);
            assertThat(address.get("block").asText()).isEqualTo("122.122.122.121/28");
            assertThat(address.get("date").asText()).isEqualTo("2022-08-29T18:42:50+02:00");
            assertThat(address.get("seconds").asLong()).isEqualTo(3600);
        });
    }

    @Test
    void show_onTheEmulator_saysWhenItCanBeReleased() {
        assertThat(run.run("show", ADDRESS, "--emulator", "--zone", "UTC")).isZero();
        assertThat(run.out()).contains("State       blockedForSpam", "Releasable  2022-08-29 17:42:50+00:00");
        assertThat(run.err()).contains("It can be released in 2 min 9 s. Next: ovh-antispam stats");
    }

    @Test
    void stats_onTheEmulator_listsTheMessageIds() {
        assertThat(run.run("stats", ADDRESS, "--emulator")).isZero();
        assertThat(run.out()).contains("2PXQSX-3JRAUU-SF@obfuscated.com", "MESSAGE-ID");
    }

    @Test
    void stats_json_isMailsAfterTheirStats() {
        assertThat(run.run("stats", ADDRESS, "--emulator", "--json")).isZero();
        assertThat(run.json())
                .hasSize(8)
                .first()
                .satisfies(stats -> assertThat(stats.get("type").asText()).isEqualTo("stats"));
    }

    @ParameterizedTest
    @CsvSource({"2022-08-29,2022-08-30", "2022-08-29T00:00Z,2022-08-29T20:00+02:00"})
    void stats_ofAPeriod_isOfThatPeriod(String from, String to) {
        assertThat(run.run("stats", ADDRESS, "--emulator", "--from", from, "--to", to, "--json"))
                .isZero();
        assertThat(run.json()).isNotEmpty();
    }

    @Test
    void release_withTheOperatorsWord_waitsAndIsFree() {
        assertThat(run.run("release", ADDRESS, "--emulator", WORD, "--json")).isZero();
        assertThat(run.json())
                .singleElement()
                .satisfies(address -> assertThat(address.get("state").asText()).isEqualTo("unblocked"));
        assertThat(run.err()).contains("for the end of the block", "requesting the release", "released");
    }

    @Test
    void release_withTheWordTyped_isFree() {
        assertThat(run.typing("stopped and emptied").run("release", ADDRESS, "--emulator"))
                .isZero();
        assertThat(run.out()).contains(ADDRESS + " is free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "y", "STOPPED"})
    void release_withAnotherWordTyped_sendsNothing(String word) {
        assertThat(run.typing(word).run("release", ADDRESS, "--emulator")).isEqualTo(6);
        assertThat(run.err()).contains("nothing was sent");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void release_withoutAPrecautionAndATerminal_isAUsageMistake() {
        assertThat(run.standardInput("stopped and emptied\n").run("release", ADDRESS, "--emulator"))
                .isEqualTo(2);
        assertThat(run.err()).contains("a release needs a precaution");
    }

    @Test
    void release_onTheEmulator_readsNoMailServerOfThisMachine() {
        assertThat(run.run("release", ADDRESS, "--emulator", "--queue", "qmail", "--stopped"))
                .isZero();
        assertThat(run.err()).contains("none of this machine is read");
        assertThat(run.out()).contains(ADDRESS + " is free");
    }

    @Test
    void release_stoppedWithoutAServer_isAUsageMistake() {
        assertThat(run.run("release", ADDRESS, "--emulator", "--stopped")).isEqualTo(2);
        assertThat(run.err()).contains("--stopped needs --queue SERVER");
    }

    @Test
    void release_thatOutlastsItsTimeLimit_saysSo() {
        assertThat(run.run("release", ADDRESS, "--emulator", WORD, "--timeout", "1s"))
                .isEqualTo(7);
    }

    @Test
    void watch_once_tellsOfWhatIsBlocked() {
        assertThat(run.run("watch", "--emulator", "--once", "--json")).isZero();
        assertThat(run.json()).singleElement().satisfies(change -> {
            assertThat(change.get("kind").asText()).isEqualTo("BLOCKED");
            assertThat(change.get("id").asText()).isEqualTo(ADDRESS + ",2022-08-29T16:42:50Z,blockedForSpam");
        });
    }

    @Test
    void keys_onTheEmulator_writesNothing() {
        assertThat(run.run("keys", "--emulator")).isZero();
        assertThat(run.out()).contains("Open this page, log in and agree: http://");
        assertThat(run.err()).contains("Nothing is written");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show",
                "show not-an-address",
                "show 2001:db8::1",
                "show 1.2.3.4 5.6.7.8",
                "show 1.2.3.4 --no-such-option",
                "no-such-command",
                "blocked --rate many",
                "blocked --emulator --rate 0x1",
                "blocked --emulator --batch 101",
                "blocked --zone Mars/Olympus",
                "stats 1.2.3.4 --emulator --from yesterday",
                "stats 1.2.3.4 --emulator --to 2026-01-01",
                "release 1.2.3.4 --queue lotus",
                "release 1.2.3.4 --timeout soon",
                "watch --emulator --exec /no/such/program",
                "watch --emulator --webhook http://example.org/",
                "watch --emulator --webhook https://user:secret@example.org/",
                "blocked --endpoint nowhere",
                "blocked --endpoint http://example.org/",
                "alert /no/such/file",
                "queue lotus",
                "trace /no/such/log",
                "trace --id a@b /no/such/log"
            })
    void run_withAWrongArgument_isOneLineAndCode2(String line) {
        assertThat(run.run(line.split(" ", -1))).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ovh-antispam: ").doesNotContain("\tat ", "secret");
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void run_withoutArguments_teaches() {
        assertThat(run.run()).isEqualTo(2);
        assertThat(run.err()).contains("Try it without an account");
    }

    @Test
    void help_ofTheProgram_teaches() {
        assertThat(run.run("--help")).isZero();
        assertThat(run.out()).contains("Try it without an account");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void run_withAWrongKey_endsWithCode3AndDoesNotShowIt() {
        assertThat(run.environment(Map.of(
                                "OVH_ENDPOINT", "http://127.0.0.1:1/",
                                "OVH_APPLICATION_KEY", "only-half"))
                        .run("blocked"))
                .isEqualTo(3);
        assertThat(run.err()).contains("tried: ").doesNotContain("only-half");
    }

    @Test
    void run_withAnUnreachableHost_endsWithCode5() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort(); // free again at once
        }
        assertThat(run.environment(Map.of(
                                "OVH_ENDPOINT", "http://127.0.0.1:" + port + "/1.0", "OVH_ACCESS_TOKEN", "token"))
                        .run("blocked"))
                .isEqualTo(5);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void show_ofAnAddressElsewhere_endsWithCode4() {
        assertThat(run.run("show", "198.51.100.7", "--emulator")).isEqualTo(4);
    }

    @Test
    void show_ofAnAddressThatNeverSentSpam_endsWithCode4() {
        assertThat(run.run("show", "122.122.122.123", "--emulator")).isEqualTo(4);
    }

    @Test
    void alert_fromStandardInput_isItsAddressAndSamples() {
        String mail = """
                Our protection Antispam detected a significant sending of spam from one of your IP:
                122.122.122.122
                To ensure the safety of our network, the outgoing traffic of your server to port 25 was suspended.

                Destination IP : 188.95.235.33 - Message-ID : a\u202eb@example.org - Spam score: 300
                """;
        assertThat(run.standardInput(mail).run("alert", "-")).isZero();
        assertThat(run.out()).contains("Blocked: 122.122.122.122").doesNotContain("\u202e");
        assertThat(run.err()).contains("ovh-antispam trace --alert FILE");
    }

    @Test
    void alert_ofAnotherMail_endsWithCode4() {
        assertThat(run.standardInput("Hello").run("alert", "-")).isEqualTo(4);
    }

    @Test
    void trace_ofALog_findsWhoHandedItIn(@TempDir Path directory) throws Exception {
        Path log = Files.writeString(directory.resolve("mail.log"), """
                2026-01-31T08:30:00+00:00 mx postfix/smtpd[1]: 4ABCDEF012: client=a[192.0.2.9], sasl_method=PLAIN, sasl_username=bob
                2026-01-31T08:30:00+00:00 mx postfix/cleanup[2]: 4ABCDEF012: message-id=<x@example.org>
                2026-01-31T08:30:01+00:00 mx postfix/qmgr[3]: 4ABCDEF012: from=<bob@example.org>, size=9, nrcpt=1 (queue active)
                2026-01-31T08:30:02+00:00 mx postfix/qmgr[3]: 4ABCDEF012: removed
                """);
        assertThat(run.run("trace", "--id", "x@example.org", log.toString(), "--json"))
                .isZero();
        assertThat(run.json().get(0).get("origin").asText()).isEqualTo("SASL user bob");
    }

    @Test
    void trace_ofAnUnknownMail_endsWithCode4(@TempDir Path directory) throws Exception {
        Path log = Files.writeString(directory.resolve("mail.log"), "");
        assertThat(run.run("trace", "--id", "x@example.org", log.toString())).isEqualTo(4);
        assertThat(run.err()).contains("not in these logs: x@example.org");
    }

    @Test
    void generateCompletion_isAScript() {
        assertThat(run.run("generate-completion")).isZero();
        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("complete -F");
    }
}
