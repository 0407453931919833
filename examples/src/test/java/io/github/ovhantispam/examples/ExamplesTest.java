package io.github.ovhantispam.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
