package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal after more requests than it keeps. */
class JournalLimitTest {

    private static final int KEPT = 3;

    private final OkHttpClient http = new OkHttpClient();
    private final AntispamEmulator emulator =
            AntispamEmulator.builder().journalEntries(KEPT).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    private void ask(String path) throws IOException {
        http.newCall(new Request.Builder().url(emulator.endpoint() + path).build())
                .execute()
                .close();
    }

    private void askFiveTimes(String path) throws IOException {
        for (int i = 0; i < 5; i++) {
            ask(path);
        }
    }

    @Test
    void entries_beyondTheLimit_areTheLatest() throws Exception {
        askFiveTimes("/auth/time");

        assertThat(emulator.journal().entries())
                .extracting(JournalEntry::number)
                .containsExactly(3L, 4L, 5L);
        assertThat(emulator.journal().evicted()).isEqualTo(2);
    }

    @Test
    void verify_beyondTheLimit_countsAllRequestsAndMentionsThoseDropped() throws Exception {
        askFiveTimes("/auth/time");

        emulator.journal().verify(Operation.AUTH_TIME, 5);
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emulator.journal().verify(Operation.AUTH_TIME, 3))
                .withMessageContaining("there were 5, of which the oldest 2 are no longer kept");
    }

    @Test
    void assertNoUnexpectedRequests_afterManyExpectedOnes_stillFindsTheOne() throws Exception {
        ask("/nothing");
        askFiveTimes("/auth/time");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emulator.journal().assertNoUnexpectedRequests())
                .withMessageContaining("1 unexpected request")
                .withMessageContaining("/nothing");
    }

    @Test
    void assertNoUnexpectedRequests_beyondTheLimit_countsAllOfThem() throws Exception {
        askFiveTimes("/nothing");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> emulator.journal().assertNoUnexpectedRequests())
                .withMessageContaining("5 unexpected requests, of which the oldest 2 are no longer kept");
    }

    @Test
    void journalEntries_lessThanOne_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AntispamEmulator.builder().journalEntries(0));
    }
}
