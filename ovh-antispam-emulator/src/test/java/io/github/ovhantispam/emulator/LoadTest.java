package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Sixteen callers at once: each address goes through its states, and no transition is lost.
 * {@code -Demulator.load.rounds=N} says how often each caller goes round; 900 rounds, of 1024 requests each, take a
 * minute or more on two cores.
 */
class LoadTest {

    private static final int CALLERS = 16;
    private static final int ROUNDS = Integer.getInteger("emulator.load.rounds", 4);
    private static final int ADDRESSES = 16;

    @Test
    void sixteenCallers_unblockingTheSameAddresses_loseNoTransition() throws Exception {
        try (AntispamEmulator emulator =
                AntispamEmulator.builder().transition(Transition.afterReads(1)).start()) {
            OkHttpClient http = new OkHttpClient.Builder()
                    .connectionPool(new ConnectionPool(CALLERS, 1, TimeUnit.MINUTES))
                    .build();
            TestCaller caller = new TestCaller(emulator.environment(), emulator.clock(), http);
            EmulatedBlock block = emulator.ipBlock("10.0.0.0/28");
            AtomicInteger accepted = new AtomicInteger();
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < ADDRESSES; i++) {
                    block.spamIp("10.0.0." + i).blockedFor(Duration.ofMinutes(1));
                }
                emulator.clock().advance(Duration.ofMinutes(1));
                List<Future<?>> running = new ArrayList<>();
                for (int n = 0; n < CALLERS; n++) {
                    int offset = n;
                    running.add(callers.submit(() -> everyAddress(caller, offset, accepted)));
                }
                for (Future<?> one : running) {
                    one.get();
                }
                for (int i = 0; i < ADDRESSES; i++) {
                    assertThat(block.spamIp("10.0.0." + i).acceptedUnblocks()).isEqualTo(round + 1);
                    assertThat(block.spamIp("10.0.0." + i).state().value()).isEqualTo("unblocked");
                }
            }
            callers.shutdown();
            caller.close();
            assertThat(accepted).hasValue(CALLERS * ADDRESSES * ROUNDS);
            assertThat(emulator.journal().count()).isEqualTo(4L * CALLERS * ADDRESSES * ROUNDS);
            emulator.journal().assertNoUnexpectedRequests();
        }
    }

    /** Every caller asks for the release of every address; one of them gets it, the others find it under way. */
    private static void everyAddress(TestCaller caller, int offset, AtomicInteger answered) {
        for (int i = 0; i < ADDRESSES; i++) {
            String path = "/ip/10.0.0.0%2F28/spam/10.0.0." + (i + offset) % ADDRESSES;
            assertThat(caller.post(path + "/unblock").body()).containsAnyOf("\"unblocking\"", "\"unblocked\"");
            assertThat(caller.get(path).body()).containsAnyOf("\"unblocking\"", "\"unblocked\"");
            assertThat(caller.get(path).body()).contains("\"unblocked\"");
            assertThat(caller.get("/ip/10.0.0.0%2F28/spam").status()).isEqualTo(200);
            answered.incrementAndGet();
        }
    }
}
