package io.github.ovhantispam.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String BLOCK = "122.122.122.121/28";
    private static final String ADDRESS = "/ip/122.122.122.121%2F28/spam/122.122.122.122";

    private AntispamEmulator emulator;
    private TestCaller caller;

    @BeforeEach
    void start() {
        emulator = AntispamEmulator.builder().seed(Seed.guide()).start();
        emulator.clock().advance(Duration.ofHours(1));
        caller = TestCaller.of(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    private EmulatedSpamIp address() {
        return emulator.ipBlock(BLOCK).spamIp("122.122.122.122");
    }

    @Test
    void status_twice_strikesTwiceAndNoMore() {
        Fault fault = emulator.faults().on(Operation.LIST_BLOCKS).times(2).status(500);

        assertThat(caller.get("/ip").status()).isEqualTo(500);
        assertThat(caller.get("/ip").status()).isEqualTo(500);
        assertThat(caller.get("/ip").status()).isEqualTo(200);
        assertThat(fault.timesApplied()).isEqualTo(2);
    }

    @Test
    void condition_isAskedForSeveralRequestsAtOnce() {
        CountDownLatch both = new CountDownLatch(2);
        Fault fault = emulator.faults()
                .on(Operation.LIST_BLOCKS)
                .when(request -> isMet(both))
                .status(500);
        CompletableFuture<Integer> other = CompletableFuture.supplyAsync(
                () -> TestCaller.of(emulator).get("/ip").status());

        assertThat(caller.get("/ip").status()).isEqualTo(500);
        assertThat(other.join()).isEqualTo(500);
        assertThat(fault.timesApplied()).isEqualTo(2);
    }

    private static boolean isMet(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the server", e);
        }
    }

    @Test
    void afterCalls_three_letsThreePass() {
        emulator.faults().on(Operation.LIST_BLOCKS).afterCalls(3).times(1).status(503);

        for (int i = 0; i < 3; i++) {
            assertThat(caller.get("/ip").status()).isEqualTo(200);
        }
        assertThat(caller.get("/ip").status()).isEqualTo(503);
    }

    @Test
    void probability_withTheSameSeed_strikesTheSameCalls() {
        emulator.faults().on(Operation.AUTH_TIME).probability(0.5, 7).status(500);
        StringBuilder first = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            first.append(caller.get("/auth/time").status()).append(' ');
        }
        emulator.faults().clear();
        emulator.faults().on(Operation.AUTH_TIME).probability(0.5, 7).status(500);
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            second.append(caller.get("/auth/time").status()).append(' ');
        }
        assertThat(first).hasToString(second.toString()).contains("200").contains("500");
    }

    @Test
    void retryAfter_inSecondsOrAsADate_isInTheHeader() {
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).retryAfter(429, Duration.ofSeconds(3));
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).retryAfterDate(503, Duration.ofSeconds(30));

        assertThat(caller.get("/ip").headers().get("Retry-After")).isEqualTo("3");
        assertThat(caller.get("/ip").headers().get("Retry-After")).endsWith("GMT");
    }

    @Test
    void resetBeforeProcessing_ofAnUnblock_leavesTheAddressBlocked() {
        emulator.faults().on(Operation.UNBLOCK).times(1).resetBeforeProcessing();

        assertThatThrownBy(() -> caller.tryCall("POST", ADDRESS + "/unblock", ""))
                .isInstanceOf(IOException.class);
        assertThat(address().acceptedUnblocks()).isZero();
        assertThat(emulator.journal().entries(Operation.UNBLOCK).get(0).processed())
                .isFalse();
    }

    @Test
    void resetAfterProcessing_ofAnUnblock_hasItsEffect() {
        emulator.faults().on(Operation.UNBLOCK).times(1).resetAfterProcessing();

        assertThatThrownBy(() -> caller.tryCall("POST", ADDRESS + "/unblock", ""))
                .isInstanceOf(IOException.class);
        assertThat(address().acceptedUnblocks()).isEqualTo(1);
    }

    @Test
    void processedThenStatus_ofAnUnblock_hasItsEffectAndSaysOtherwise() {
        emulator.faults().on(Operation.UNBLOCK).times(1).processedThenStatus(500);

        assertThat(caller.post(ADDRESS + "/unblock").status()).isEqualTo(500);
        assertThat(address().acceptedUnblocks()).isEqualTo(1);
    }

    @Test
    void bodyThatIsCut_isAnIoErrorForTheClient() {
        emulator.faults().on(Operation.GET_SPAM).times(1).resetWithinBody();
        emulator.faults().on(Operation.GET_SPAM).times(1).wrongContentLength();

        assertThatThrownBy(() -> caller.tryCall("GET", ADDRESS, null)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> caller.tryCall("GET", ADDRESS, null)).isInstanceOf(IOException.class);
        assertThat(caller.get(ADDRESS).status()).isEqualTo(200);
    }

    @Test
    void damage_ofTheBody_keepsTheStatus() {
        emulator.faults().on(Operation.GET_SPAM).times(1).emptyResponse();
        emulator.faults().on(Operation.GET_SPAM).times(1).truncatedJson();
        emulator.faults().on(Operation.GET_SPAM).times(1).notJson();
        emulator.faults().on(Operation.GET_SPAM).times(1).unknownField();
        emulator.faults().on(Operation.GET_SPAM).times(1).unknownValue();

        assertThat(caller.get(ADDRESS).body()).isEmpty();
        assertThat(caller.get(ADDRESS).body()).startsWith("{").doesNotEndWith("}");
        assertThat(caller.get(ADDRESS).body()).doesNotStartWith("{");
        assertThat(caller.get(ADDRESS).body()).contains("addedLater\":{").endsWith("}");
        assertThat(caller.get(ADDRESS).body()).contains("\"state\":\"addedLater\"");
    }

    @Test
    void delivery_slowOrInChunks_isStillTheRightAnswer() {
        String right = caller.get("/ip/122.122.122.121%2F28/spam").body();
        emulator.faults().on(Operation.LIST_SPAM).times(1).chunked();
        emulator.faults().on(Operation.LIST_SPAM).times(1).drip(Duration.ofMillis(1));
        emulator.faults().on(Operation.LIST_SPAM).times(1).delay(Duration.ofMillis(5));
        emulator.faults().on(Operation.LIST_SPAM).times(1).hugeBody(1 << 20);

        for (int i = 0; i < 4; i++) {
            assertThat(caller.get("/ip/122.122.122.121%2F28/spam").body().trim())
                    .isEqualTo(right);
        }
    }

    @Test
    void neverAnswer_untilTheEmulatorIsClosed_keepsTheClientWaiting() {
        emulator.faults().on(Operation.LIST_BLOCKS).neverRespond();
        Thread closer = new Thread(() -> {
            while (emulator.journal().count(Operation.LIST_BLOCKS) == 0) {
                Thread.onSpinWait();
            }
            emulator.close();
        });
        closer.start();

        assertThatThrownBy(() -> caller.tryCall("GET", "/ip", null)).isInstanceOf(IOException.class);
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
    }

    @Test
    void raw_withHeadersThatDescribeTheLength_saysTheLengthOnce() throws IOException {
        emulator.faults().on(Operation.AUTH_TIME).times(1).raw(200, Map.of("content-length", "99"), "tea");

        try (RawConnection connection = new RawConnection(emulator.endpoint())) {
            RawConnection.Answer answer = connection
                    .send("GET /1.0/auth/time HTTP/1.1\r\nHost: x\r\n\r\n")
                    .receive();

            assertThat(answer.body()).isEqualTo("tea");
            assertThat(answer.headers()).containsOnlyOnce("ontent-").contains("Content-Length: 3");
        }
    }

    @Test
    void answers_ofYourOwn_areSentAsTheyAre() {
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).htmlPage(503);
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).redirect(302, URI.create("http://127.0.0.1:1/x"));
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).raw(418, Map.of("X-Own", "1"), "tea");

        assertThat(caller.get("/ip").body()).startsWith("<html>");
        assertThat(caller.get("/ip").headers().get("Location")).isEqualTo("http://127.0.0.1:1/x");
        TestCaller.Reply own = caller.get("/ip");
        assertThat(own.status()).isEqualTo(418);
        assertThat(own.body()).isEqualTo("tea");
        assertThat(own.headers().get("X-Own")).isEqualTo("1");
    }

    @Test
    void when_aPredicateLooksAtAParameter_onlyThatBlockIsStruck() {
        emulator.ipBlock("10.0.0.0/28");
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.parameter("ip").equals(Optional.of("10.0.0.0/28")))
                .status(500);

        assertThat(caller.get("/ip/10.0.0.0%2F28/spam").status()).isEqualTo(500);
        assertThat(caller.get("/ip/122.122.122.121%2F28/spam").status()).isEqualTo(200);
    }

    @Test
    void takes_aWhile_movesTheClockAndNothingElse() {
        emulator.faults().on(Operation.LIST_BLOCKS).takes(Duration.ofMinutes(1));
        Instant before = emulator.clock().instant();

        caller.get("/ip");

        assertThat(emulator.clock().instant()).isEqualTo(before.plusSeconds(60));
    }

    @Test
    void when_aConditionThrows_theCallerIsToldSo() {
        emulator.faults()
                .when(request -> {
                    throw new IllegalStateException("broken condition");
                })
                .status(500);

        TestCaller.Reply reply = caller.get("/ip");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("broken condition");
    }

    @Test
    void retryAfterDate_onASingleDigitDay_hasTwoDigits() {
        emulator.clock().advance(Duration.between(emulator.clock().instant(), Instant.parse("2022-09-06T00:00:00Z")));
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).retryAfterDate(503, Duration.ofSeconds(30));

        TestCaller.Reply reply = caller.get("/ip");
        assertThat(reply.headers().get("Retry-After")).isEqualTo("Tue, 06 Sep 2022 00:00:30 GMT");
        assertThat(reply.headers().get("Date")).isEqualTo("Tue, 06 Sep 2022 00:00:00 GMT");
    }
}
