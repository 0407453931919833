package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and warnings about an unblock whose answer was lost. */
class LostUnblockTest {

    private static final Precaution WORD = Precaution.mailStoppedAndQueueEmptied();
    private static final String WHAT_TO_DO =
            "; while the address is unblocking, release(..) only polls; the request may have taken"
                    + " effect all the same: check before asking again";

    private String logged = "";

    private AntispamException unblock(TestAccount account) {
        return catchThrowableOfType(
                AntispamException.class, () -> logged(() -> account.ip().unblock(WORD)));
    }

    private void logged(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
            logged = printed.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void stillBlocked_isWhatTheMessageSays() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetBeforeProcessing();

            AntispamException thrown = unblock(account);

            assertThat(thrown)
                    .isInstanceOf(AntispamIOException.class)
                    .message()
                    .startsWith("POST /ip/192.0.2.9%2F28/spam/192.0.2.1/unblock -> the connection broke")
                    .contains("; reading the address back showed blockedForSpam, blocked at 2026-01-01T10:00")
                    .endsWith(WHAT_TO_DO);
            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(logged).doesNotContain("WARN"); // what is thrown is not logged
        }
    }

    @Test
    void failedReadBack_isWhatTheMessageSays() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();
            account.emulator.faults().on(Operation.GET_SPAM).status(500, "Out of order");

            AntispamException thrown = unblock(account);

            assertThat(thrown.getMessage())
                    .contains("-> the connection broke before the response was read: ")
                    .contains("; reading the address back failed: GET /ip/192.0.2.9%2F28/spam/192.0.2.1 -> 500: Out of"
                            + " order")
                    .endsWith(WHAT_TO_DO);
            assertThat(thrown.getSuppressed()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 504})
    void passingStatus_isNoDifferent(int status) {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).status(status, "Later");

            assertThat(unblock(account).getMessage())
                    .contains("unblock -> " + status + ": Later")
                    .contains("; reading the address back showed blockedForSpam")
                    .contains(WHAT_TO_DO);
        }
    }

    @Test
    void confirmedRelease_isAWarningInTheLog() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();

            assertThat(unblock(account)).isNull();

            assertThat(logged.lines().filter(line -> line.contains("WARN")))
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line)
                            .contains("reading the address back showed unblocking")
                            .contains("it was accepted")
                            .contains("POST /ip/192.0.2.9%2F28/spam/192.0.2.1/unblock -> the connection broke")
                            .doesNotContain("all the same"));
        }
    }

    @Test
    void ordinaryRelease_isNoWarning() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            assertThat(unblock(account)).isNull();

            assertThat(logged).doesNotContain("WARN");
        }
    }
}
