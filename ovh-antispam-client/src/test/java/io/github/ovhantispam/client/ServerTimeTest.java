package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's clock: fetched once, corrected once, whatever it does. */
class ServerTimeTest {

    private static final Instant SERVER = Instant.parse("2026-06-01T00:00:00Z");

    private final AtomicReference<Instant> clientTime = new AtomicReference<>(SERVER);
    private final AntispamEmulator emulator =
            AntispamEmulator.builder().clock(EmulatorClock.startingAt(SERVER)).start();
    private final AntispamClient antispam = AntispamClient.builder()
            .environment(emulator.environment())
            .clock(clientTime::get)
            .sleeper(duration -> clientTime.updateAndGet(now -> now.plus(duration)))
            .build();

    @org.junit.jupiter.api.AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private long count(Operation operation) {
        return emulator.journal().count(operation);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 600, -600, 86_400 * 365, -86_400 * 365})
    void clientClock_thatIsWrong_isCorrectedBeforeTheFirstRequest(long secondsAhead) {
        clientTime.set(SERVER.plusSeconds(secondsAhead));

        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(1);
        assertThat(count(Operation.LIST_BLOCKS)).isEqualTo(2);
    }

    @Test
    void manyThreads_startingTogether_askForTheTimeOnce() throws Exception {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, 64)
                .mapToObj(i -> antispam.async(view -> view.ipBlocks().list().size()))
                .toList();
        for (CompletableFuture<Integer> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isZero();
        }
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {600, 7200})
    void serverClock_thatJumps_costsOneResyncAndOneResend(long seconds) {
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofSeconds(seconds));

        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(2);
        assertThat(count(Operation.LIST_BLOCKS)).isEqualTo(3);
    }

    @Test
    void serverClock_thatJumpsUnderManyThreads_isAskedForOnce() throws Exception {
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofMinutes(10));

        List<CompletableFuture<Integer>> calls = IntStream.range(0, 64)
                .mapToObj(i -> antispam.async(view -> view.ipBlocks().list().size()))
                .toList();
        for (CompletableFuture<Integer> call : calls) {
            assertThat(call.get(30, TimeUnit.SECONDS)).isZero();
        }
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(2);
    }

    @Test
    void unblock_withAStaleTimestamp_isSentAgainAfterTheResync() {
        emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofHours(1));
        List<String> checks = new java.util.ArrayList<>();

        assertThat(antispam.ipBlock("192.0.2.0/24")
                        .spamIp("192.0.2.1")
                        .unblock(ip -> checks.add("checked"))
                        .state())
                .isEqualTo(SpamState.UNBLOCKING);
        assertThat(checks).hasSize(2);
        assertThat(count(Operation.UNBLOCK)).isEqualTo(2);
    }

    @Test
    void queryTimeOut_thatComesAgain_isAnAuthenticationException() {
        emulator.faults().on(Operation.LIST_BLOCKS).status(400, "QUERY_TIME_OUT", "too old");

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> antispam.ipBlocks().list());
        assertThat(count(Operation.LIST_BLOCKS)).isEqualTo(2);
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(2);
    }

    @Test
    void invalidSignature_whileTheClocksAgree_isAWrongKeyAndNotResent() {
        emulator.faults().on(Operation.LIST_BLOCKS).status(400, "INVALID_SIGNATURE", "Invalid signature");

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> antispam.ipBlocks().list());
        assertThat(count(Operation.LIST_BLOCKS)).isEqualTo(1);
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(1);
    }

    @Test
    void invalidSignature_whileTheClocksDiffer_isAClockThatMoved() {
        antispam.ipBlocks().list();
        emulator.clock().advance(Duration.ofSeconds(31));
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).status(400, "INVALID_SIGNATURE", "Invalid signature");

        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(2);
    }

    @Test
    void time_thatCannotBeHad_failsTheCall() {
        emulator.faults().on(Operation.AUTH_TIME).status(500);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam.ipBlocks().list())
                .withMessageStartingWith("GET /auth/time -> 500");
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(4);
        assertThat(count(Operation.LIST_BLOCKS)).isZero();
    }

    @Test
    void time_thatFailsOnce_isFetchedAgain() {
        emulator.faults().on(Operation.AUTH_TIME).times(1).resetBeforeProcessing();

        assertThat(antispam.ipBlocks().list()).isEmpty();
        assertThat(count(Operation.AUTH_TIME)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999", "-1", "0"})
    void time_thatIsNoTime_isAnUnexpectedResponse(String time) {
        emulator.faults().on(Operation.AUTH_TIME).raw(200, java.util.Map.of(), time);

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlocks().list())
                .withMessageContaining("/auth/time");
    }
}
