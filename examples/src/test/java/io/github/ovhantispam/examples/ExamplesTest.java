package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every example runs, and prints what it is there to show. */
class ExamplesTest {

    @Test
    void unblockWalkthrough_onTheEmulator_printsTheWholeProcedure() {
        assertThat(printedBy(UnblockWalkthrough::main))
                .contains(
                        "122.122.122.121/28",
                        "[122.122.122.122] in 122.122.122.121/28",
                        "state blockedForSpam since 2022-08-29T17:42:50+01:00 for 3600 s",
                        "found without knowing its block, too: in 122.122.122.121/28",
                        "2PXQSX-3JRAUU-SF@obfuscated.com",
                        "too early: This IP address is still blocked for 129 seconds",
                        "asked again: unblocking",
                        "ten minutes later: unblocked",
                        "122.122.122.123 is unblocked: released");
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
                .contains("not known: 10.0.7.0/28: GET /ip/10.0.7.0%2F28/spam -> 460: This service is expired");
        assertThat(printed.lines().filter(line -> line.contains("can be released from")))
                .hasSize(6)
                .allMatch(line -> line.matches("10\\.0\\.[0-9.]+ in 10\\.0\\.[0-9.]+/28, can be released from .* on"));
    }

    @Test
    void watchBlocks_tellsOfEachChange_acrossARestartAndAFailure() {
        assertThat(printedBy(WatchBlocks::main)
                        .lines()
                        .map(line -> line.replaceAll("(blocked at .* for|began at .* 503:)|.X-Ovh-QueryId.*", "...")))
                .containsExactlyInAnyOrder( // what one sweep finds is in no order
                        "1. An address is blocked already, another one is later",
                        "   ALARM 192.0.2.1 in 192.0.2.0/28 is blockedForSpam, last ... 1 h",
                        "   ALARM 198.51.100.7 in 198.51.100.0/24 is blockedForSpam, last ... 1 h",
                        "   fine  192.0.2.1 in 192.0.2.0/28 is unblocked, last ... 1 h, it was blockedForSpam",
                        "2. While no watch is running, one is blocked again and one released",
                        "   ALARM 192.0.2.1 in 192.0.2.0/28 is blockedForSpam again, last ... 2 h, it was unblocked",
                        "   fine  198.51.100.7 in 198.51.100.0/24 is unblocked, last ... 1 h, it was blockedForSpam",
                        "3. The API is away for a while",
                        "   sorry the sweep that ... back soon ...",
                        "   fine  192.0.2.1 in 192.0.2.0/28 is unblocked, last ... 2 h, it was blockedForSpam");
    }

    private static String printedBy(Main example, String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            example.run(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Main {
        void run(String... arguments) throws IOException;
    }
}
