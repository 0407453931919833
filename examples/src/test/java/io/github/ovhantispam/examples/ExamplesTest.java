package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Transition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example runs, and prints what it is there to show. */
class ExamplesTest {

    @Test
    void unblockWalkthrough_onTheEmulator_printsTheWholeProcedure() {
        assertThat(printedBy(UnblockWalkthrough::main))
                .contains(
                        "This runs on an emulator inside the program: no account is needed, nothing real is touched.",
                        "122.122.122.121/28",
                        "[122.122.122.122] in 122.122.122.121/28",
                        "state blockedForSpam since 2022-08-29T17:42:50+01:00 for 3600 s",
                        "found without knowing its block, too: in 122.122.122.121/28",
                        "   2013-11-28T13:16:32+01:00    410  2PXQSX-3JRAUU-SF@obfuscated.com",
                        "too early: This IP address is still blocked for 129 seconds",
                        "asked again: unblocking",
                        "ten minutes later: unblocked",
                        "122.122.122.123 is unblocked: released",
                        "-Dexample=HandleAlert");
    }

    @Test
    void unblockWalkthrough_printsNoLineTwice_andOneTimeZone() {
        List<String> lines = printedBy(UnblockWalkthrough::main).lines().toList();

        assertThat(lines).doesNotHaveDuplicates();
        assertThat(lines).filteredOn(line -> line.matches(".*T\\d\\d:.*")).allMatch(line -> line.contains("+01:00"));
        assertThat(lines).noneMatch(line -> line.contains("SpamTarget["));
    }

    @Test
    void quickStart_printsTheStateOfAnAddress() {
        assertThat(printedBy(QuickStart::main))
                .contains("122.122.122.122 in 122.122.122.121/28 is blockedForSpam")
                .contains("can be released from 2022-08-29T18:42:50+01:00");
    }

    @Test
    void readStats_printsATableOfMails() {
        assertThat(printedBy(ReadStats::main).lines())
                .hasSize(9)
                .contains("time                       destination     score  Message-ID")
                .contains("2013-11-28 13:16:32 +01:00 188.95.235.33     410  2PXQSX-3JRAUU-SF@obfuscated.com");
    }

    @Test
    void releaseAndWait_endsInFourWays() {
        assertThat(printedBy(ReleaseAndWait::main))
                .containsSubsequence(
                        "refused, nothing was sent: 12 mails wait in the queue",
                        "done: 192.0.2.1 is unblocked",
                        "blocked again, for 120 minutes",
                        "not in time: 192.0.2.1 is not released");
    }

    @Test
    void handleErrors_tellsTenFailuresApart() {
        assertThat(printedBy(HandleErrors::main))
                .containsSubsequence(
                        "check the address: 203.0.113.9 is in no block of this account",
                        "nothing to do: no record of spam",
                        "call again in 129 s",
                        "renew the service of the block",
                        "success, after a retry",
                        "try later: status 503 after all retries",
                        "slow down, for 30 s",
                        "find out who answered with status 200",
                        "read the address before anything else",
                        "ask for new credentials");
    }

    @Test
    void corporateProxy_goesThrough_andIsRefusedWithAWrongPassword() {
        assertThat(printedBy(CorporateProxy::main))
                .containsSubsequence("the proxy has let a connection through", "122.122.122.121/28", "(407)");
    }

    @Test
    void requestConsumerKey_savesAKeyThatNobodyElseCanRead() {
        assertThat(printedBy(RequestConsumerKey::main))
                .containsSubsequence("agrees", "the account has 7 blocks", "rw-------");
    }

    @Test
    void kotlinApp_releasesWhatIsBlocked() {
        assertThat(printedBy(KotlinApp::main))
                .contains(
                        "122.122.122.122 in 122.122.122.121/28 sent 7 spams",
                        "122.122.122.122 is unblocked",
                        "122.122.122.125 has never been blocked");
    }

    @Test
    void handleAlert_fromTheAlertToTheRelease_tellsTheStory() {
        assertThat(printedBy(HandleAlert::main))
                .containsSubsequence(
                        "names 122.122.122.122 and 4 mails",
                        "has it in 122.122.122.121/28: blockedForSpam",
                        "SASL user info: 3 mails",
                        "local account 33: 1 mail",
                        "refused: not contained: SASL user info",
                        "requests to unblock that were sent: 0",
                        "122.122.122.122 is unblocked: released");
    }

    @Test
    void handleAlert_fromTheNotifications_tellsTheSameStory() {
        assertThat(printedBy(HandleAlert::main, "--notifications")).isEqualTo(printedBy(HandleAlert::main));
    }

    @Test
    void handleAlert_withARealPostfixThatIsStopped_usesItsPrecautions() throws Exception {
        try (IdlePostfix postfix = IdlePostfix.startedAndStopped()) {
            assertThat(printedBy(
                            HandleAlert::main,
                            "--postfix",
                            postfix.configuration().toString()))
                    .contains("Postfix is stopped and its queue is empty", "122.122.122.122 is unblocked: released")
                    .doesNotContain("it would end here");
        }
    }

    @Test
    void declareFalsePositive_fromTheAuditToTheTicket_opensOneAndNeverSendsTwice() {
        assertThat(printedBy(DeclareFalsePositive::main))
                .containsSubsequence(
                        "x PASS",
                        "weak: FAIL dkim: the mail is not signed",
                        "weak: UNKNOWN",
                        "{\"subject\":\"Faux positif antispam",
                        "personal data: news@example.org",
                        "personal data: ada@example.net",
                        "tickets so far: 0",
                        "opened: ticket ",
                        "may have been processed: true",
                        "requests to open a ticket: 2")
                .doesNotContain("missing: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QuickStart",
                "ReadStats",
                "CorporateProxy",
                "RequestConsumerKey",
                "HandleAlert",
                "DeclareFalsePositive",
                "UnblockWalkthrough",
                "SweepAccount",
                "WatchBlocks"
            })
    void example_withAWrongArgument_endsWithOneLine(String name, @TempDir Path home) throws Exception {
        ExampleJvm.Result result = new ExampleJvm(home, Map.of()).run(name, "--wrong");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1).allMatch(line -> line.startsWith("the only argument"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QuickStart 192.0.2.1", "ReadStats 192.0.2.1", "UnblockWalkthrough", "SweepAccount"})
    void example_withoutCredentials_endsWithOneLine(String name, @TempDir Path home) throws Exception {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        words.add(1, "--live");
        ExampleJvm.Result result = new ExampleJvm(home, Map.of())
                .run(words.get(0), words.subList(1, words.size()).toArray(String[]::new));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("ovh.conf").doesNotContain("Exception");
    }

    @Test
    void example_withAnUnreachableHost_endsWithOneLine(@TempDir Path home) throws Exception {
        Map<String, String> nowhere = Map.of("OVH_ENDPOINT", "http://127.0.0.1:1/1.0", "OVH_ACCESS_TOKEN", "token");

        ExampleJvm.Result result = new ExampleJvm(home, nowhere).run("QuickStart", "--live", "192.0.2.1");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains("127.0.0.1").doesNotContain("\tat ");
    }

    @Test
    void requestConsumerKey_intoAFileThatExists_asksForNoKeyAndLeavesIt(@TempDir Path home) throws Exception {
        Path file = Files.writeString(home.resolve("ovh.conf.new"), "mine");
        try (AntispamEmulator emulator = AntispamEmulator.start()) {
            ExampleJvm.Result result =
                    new ExampleJvm(home, emulator.environment()).run("RequestConsumerKey", "--live", file.toString());

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.err()).isEqualTo(file + " exists: name another file; no key was asked for\n");
            assertThat(file).hasContent("mine");
            assertThat(emulator.journal().count()).isZero();
        }
    }

    @Test
    void firstLinesOfReadme_withTheVariablesOfAnAccount_releaseAnAddress(@TempDir Path home) throws Exception {
        try (AntispamEmulator emulator = AntispamEmulator.builder()
                .clock(EmulatorClock.system())
                .transition(Transition.immediately())
                .start()) {
            emulator.ipBlock("122.122.122.121/28").spamIp("122.122.122.122").blockedFor(Duration.ofSeconds(1));

            ExampleJvm.Result result = new ExampleJvm(home, emulator.environment()).run("ReadmeProgram");

            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .contains("blockedForSpam, can be released from")
                    .endsWith("unblocked\n");
        }
    }

    @Test
    void micrometerMetrics_countsEveryRequestByItsRoute() {
        assertThat(printedBy(MicrometerMetrics::main).lines())
                .contains(
                        "antispam.retries [tag(method=GET), tag(route=/ip)] 1.0",
                        "antispam.requests [tag(method=GET), tag(outcome=AntispamIOException), tag(route=/ip)] 1.0",
                        "antispam.requests [tag(method=GET), tag(outcome=503), tag(route=/ip/{ip}/spam/{ipSpamming})] 1.0",
                        "antispam.requests [tag(method=GET), tag(outcome=200), tag(route=/ip/{ip}/spam/{ipSpamming})] 1.0");
    }

    @Test
    void sweepAccount_printsWhatIsBlocked_andWhatIsNotKnown() {
        String printed = printedBy(SweepAccount::main);

        assertThat(printed)
                .contains("200 of 200 blocks read")
                .contains("could not be read: 10.0.7.0/28: GET /ip/10.0.7.0%2F28/spam -> 460: This service is expired");
        assertThat(printed.lines().filter(line -> line.contains("can be released from")))
                .hasSize(6)
                .allMatch(line -> line.matches("10\\.0\\.[0-9.]+ in 10\\.0\\.[0-9.]+/28, can be released from .*"));
    }

    @Test
    void watchBlocks_tellsOfEachChange_acrossARestartAndAFailure() {
        assertThat(printedBy(WatchBlocks::main)
                        .lines()
                        .map(line -> line.replaceAll("(blocked at .* for|began at .* 503:)|.X-Ovh-QueryId.*", "...")))
                .containsExactlyInAnyOrder( // what one sweep finds is in no order
                        "1. An address is blocked already, another one is later",
                        "   blocked  192.0.2.1 in 192.0.2.0/28 is blockedForSpam, last ... 1 h",
                        "   blocked  198.51.100.7 in 198.51.100.0/24 is blockedForSpam, last ... 1 h",
                        "   released 192.0.2.1 in 192.0.2.0/28 is unblocked, last ... 1 h, it was blockedForSpam",
                        "2. While no watch is running, one is blocked again and one released",
                        "   blocked  192.0.2.1 in 192.0.2.0/28 is blockedForSpam again, last ... 2 h, it was unblocked",
                        "   released 198.51.100.7 in 198.51.100.0/24 is unblocked, last ... 1 h, it was blockedForSpam",
                        "3. The API is away for a while",
                        "   failed   the sweep that ... back soon ...",
                        "   released 192.0.2.1 in 192.0.2.0/28 is unblocked, last ... 2 h, it was blockedForSpam");
    }

    private static String printedBy(Main example, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run(arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Main {
        void run(String... arguments);
    }
}
