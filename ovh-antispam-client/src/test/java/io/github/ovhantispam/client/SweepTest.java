package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpType;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private AntispamEmulator emulator = AntispamEmulator.start();
    private AntispamClient antispam = client(emulator);

    private static AntispamClient client(AntispamEmulator emulator) {
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .build();
    }

    private void restart(UnaryOperator<EmulatorBuilder> settings) {
        close();
        emulator = settings.apply(AntispamEmulator.builder()).start();
        antispam = client(emulator);
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private static List<String> addresses(SweepResult result) {
        return result.findings().stream()
                .map(finding -> finding.spamIp().ipSpamming().toString())
                .toList();
    }

    @Test
    void run_findsTheAddressesOfAllBlocks() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.3").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.7/32").spamIp("198.51.100.7").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("203.0.113.0/24");

        SweepResult result = antispam.sweep().run();

        assertThat(addresses(result)).containsExactly("192.0.2.1", "192.0.2.3", "198.51.100.7");
        assertThat(result.failures()).isEmpty();
        assertThat(emulator.journal().count(Operation.LIST_BLOCKS)).isEqualTo(1);
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
        assertThat(emulator.journal().count(Operation.GET_SPAM)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 100})
    void batch_findsTheSame(int size) {
        emulator.seed(Seed.generated(537, 300, 1));

        SweepResult plain = antispam.sweep().run();
        long requests = emulator.journal().count(Operation.LIST_SPAM);
        SweepResult batched = antispam.sweep().batch(size).run();

        assertThat(addresses(plain)).hasSize(300);
        assertThat(addresses(batched)).isEqualTo(addresses(plain));
        assertThat(requests).isEqualTo(537);
    }

    @Test
    void batchOf50_takesElevenRequestsForTheBlocksAndOneForThoseWithAddresses() {
        emulator.seed(Seed.generated(537, 20, 1));

        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(20);
        assertThat(emulator.journal().count()).isEqualTo(1 + 1 + 11 + 1);
    }

    @Test
    void serverWithoutBatches_losesNothing() {
        restart(EmulatorBuilder::withoutBatch);
        emulator.seed(Seed.generated(120, 60, 1));

        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(60);
    }

    @Test
    void serverWithoutPages_losesNothing() {
        restart(EmulatorBuilder::withoutPages);
        emulator.seed(Seed.generated(120, 60, 1));

        assertThat(addresses(antispam.sweep().run())).hasSize(60);
        assertThat(addresses(antispam.sweep().batch(50).run())).hasSize(60);
    }

    @Test
    void serverThatCapsPages_losesNothing() {
        restart(emulated -> emulated.largestPage(2));
        emulator.seed(Seed.generated(20, 100, 1));

        assertThat(addresses(antispam.sweep().run())).hasSize(100);
        assertThat(addresses(antispam.sweep().batch(7).run())).hasSize(100);
    }

    @Test
    void state_isAskedForAndSeenTo() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.2").unblocked();

        assertThat(addresses(antispam.sweep().run())).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(addresses(antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM).run()))
                .containsExactly("192.0.2.1");
        assertThat(addresses(
                        antispam.sweep().state(SpamState.UNBLOCKED).batch(50).run()))
                .containsExactly("192.0.2.2");
    }

    @Test
    void serverThatDoesNotKnowTheFilter_isFilteredHere() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .raw(
                        200,
                        Map.of(),
                        "[{\"ipSpamming\":\"192.0.2.1\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> antispam.ipBlock("192.0.2.0/28").spamIps().list()); // it repeats itself
        SweepResult result = antispam.sweep().state(SpamState.BLOCKED_FOR_SPAM).run();
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void blocks_areFilteredByTheServer() {
        emulator.ipBlock("192.0.2.0/28").type(IpType.VPS).spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.0/28")
                .type(IpType.DEDICATED)
                .description("mail")
                .spamIp("198.51.100.1")
                .blockedFor(Duration.ofHours(1));
        emulator.ipBlock("203.0.113.0/28").type(IpType.DEDICATED);

        Sweep dedicated = antispam.sweep().blocks(blocks -> blocks.type(IpType.DEDICATED));

        assertThat(addresses(dedicated.run())).containsExactly("198.51.100.1");
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(2);
        assertThat(addresses(
                        dedicated.blocks(blocks -> blocks.description("mail")).run()))
                .hasSize(1);
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
    }

    @Test
    void ipv6Blocks_areReadOnRequestOnly() {
        emulator.ipBlock("2001:db8::/64");
        emulator.ipBlock("192.0.2.0/28");

        antispam.sweep().run();
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(1);
        antispam.sweep().includeIpv6().run();
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(3);
    }

    @Test
    void sweep_costsNothingUntilBegun() {
        emulator.ipBlock("192.0.2.0/28");

        antispam.sweep().concurrency(3);
        antispam.sweep().stream().close();

        assertThat(emulator.journal().count()).isZero();
    }

    @Test
    void settingsOutOfRange_areRefusedByName() {
        Sweep sweep = antispam.sweep();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep.concurrency(0))
                .withMessage("concurrency is not between 1 and 64: 0");
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.concurrency(65));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.ratePerMinute(0));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.ratePerMinute(60_001));
        assertThatIllegalArgumentException().isThrownBy(() -> sweep.batch(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sweep.batch(101))
                .withMessage("batch is not between 1 and 100: 101");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.standard().batchSize(101));
        assertThatNullPointerException().isThrownBy(() -> sweep.state(null)).withMessage("state");
        assertThatNullPointerException().isThrownBy(() -> sweep.blocks(null)).withMessage("filters");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void blockThatCannotBeRead_isAFailureOfItsOwn(int batch) {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.0/28").spamIp("198.51.100.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("203.0.113.0/28").spamIp("203.0.113.1").blockedFor(Duration.ofHours(1));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.target().contains("198.51.100.0"))
                .status(460, "This service is expired");

        SweepResult result = antispam.sweep().batch(batch).run();

        assertThat(addresses(result)).containsExactly("192.0.2.1", "203.0.113.1");
        assertThat(result.isComplete()).isFalse();
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.block()).hasToString("198.51.100.0/28");
            assertThat(failure.exception()).isInstanceOf(ServiceExpiredException.class);
        });
    }

    @Test
    void blocksOwn500_isTriedOnceMoreOnly() {
        emulator.ipBlock("192.0.2.0/28");
        emulator.faults().on(Operation.LIST_SPAM).status(500);

        SweepResult result = antispam.sweep().run();

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.exception()).isInstanceOf(ServerException.class));
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isEqualTo(2);
    }

    @Test
    void listOfBlocks_isRetriedAsUsual() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.faults().on(Operation.LIST_BLOCKS).times(3).status(500);

        assertThat(addresses(antispam.sweep().run())).hasSize(1);
    }

    @Test
    void listOfBlocks_thatCannotBeRead_isNoSweep() {
        emulator.faults().on(Operation.LIST_BLOCKS).status(500);

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> antispam.sweep().run());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void rejectedCredentials_endTheSweep_afterWhatWasFound(int batch) {
        emulator.seed(Seed.generated(500, 500, 1));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .afterCalls(20 / batch)
                .status(403, "INVALID_CREDENTIAL", "This credential is not valid");
        List<SweepItem> items = new ArrayList<>();

        try (Stream<SweepItem> stream = antispam.sweep().batch(batch).stream()) {
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> stream.forEach(items::add));
        }
        assertThat(items).allMatch(Finding.class::isInstance);
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isLessThan(50);
    }

    @Test
    void addressOutsideItsBlock_isAFailureOfTheBlock() {
        emulator.ipBlock("192.0.2.0/28");
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .raw(
                        200,
                        Map.of("X-Pagination-Elements", "1"),
                        "[{\"ipSpamming\":\"192.0.2.99\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");

        SweepResult result = antispam.sweep().run();

        assertThat(result.findings()).isEmpty();
        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.exception())
                        .isInstanceOf(UnexpectedResponseException.class)
                        .hasMessageContaining("has an address outside of it: 192.0.2.99"));
    }

    @Test
    void listThatBreaksOff_isWhatWasReadAndAFailure() {
        restart(emulated -> emulated.largestPage(2));
        for (int i = 0; i < 6; i++) {
            emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }
        emulator.faults().on(Operation.LIST_SPAM).afterCalls(1).status(404, "This service does not exist");

        SweepResult result = antispam.sweep().run();

        assertThat(addresses(result)).containsExactly("192.0.2.0", "192.0.2.1");
        assertThat(result.failures()).hasSize(1);
    }

    @Test
    void findings_haveAHandleOfTheClient() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

        Finding finding = antispam.sweep().run().findings().get(0);

        assertThat(finding.block()).hasToString("192.0.2.0/28");
        assertThat(finding.resource().get()).isEqualTo(finding.spamIp());
    }

    @Test
    void progress_isToldOfEveryBlock() {
        emulator.seed(Seed.generated(30, 10, 1));
        emulator.faults().on(Operation.LIST_SPAM).times(1).status(404, "This service does not exist");
        List<SweepProgress> progress = new ArrayList<>();

        SweepResult result = antispam.sweep().onProgress(progress::add).run();

        assertThat(progress).hasSize(30).extracting(SweepProgress::blocksDone).isSorted();
        assertThat(progress.get(29))
                .isEqualTo(new SweepProgress(30, 30, result.findings().size(), 1));
    }

    @Test
    void listenerThatThrows_endsTheSweep() {
        emulator.seed(Seed.generated(500, 10, 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> antispam.sweep()
                        .onProgress(progress -> {
                            throw new IllegalStateException("enough");
                        })
                        .run())
                .withMessage("enough");
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isLessThan(50);
    }

    @Test
    void stream_readsOnlySoFarAhead() {
        emulator.seed(Seed.generated(500, 500, 1));

        try (Stream<SweepItem> items = antispam.sweep().concurrency(4).stream()) {
            assertThat(items.limit(1)).hasSize(1);
        }
        assertThat(emulator.journal().count(Operation.LIST_SPAM)).isLessThan(30);
    }

    @Test
    void concurrency_isKept() {
        emulator.seed(Seed.generated(100, 0, 1));
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AntispamListener counting = new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            }

            @Override
            public void requestAnswered(Request request, Answer answer) {
                underWay.decrementAndGet();
            }
        };
        try (AntispamClient counted = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .listener(counting)
                .build()) {
            emulator.faults().on(Operation.LIST_SPAM).delay(Duration.ofMillis(2));

            counted.sweep().concurrency(3).run();
            assertThat(most).hasValue(3);
            counted.sweep().concurrency(1).run();
            assertThat(underWay).hasValue(0);
        }
    }

    @Test
    void ratePerMinute_isKeptByAllWorkersTogether() {
        emulator.seed(Seed.generated(60, 0, 1));
        Instant before = emulator.clock().instant();

        antispam.sweep().ratePerMinute(60).run();

        Duration took = Duration.between(before, emulator.clock().instant());
        assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(60)); // and one request for the blocks before
    }

    @Test
    void overload_slowsAllWorkers_andIsSurvived() {
        emulator.seed(Seed.generated(100, 40, 1));
        emulator.faults().on(Operation.LIST_SPAM).times(3).retryAfter(429, Duration.ofSeconds(30));
        Instant before = emulator.clock().instant();

        SweepResult result = antispam.sweep().run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.findings()).hasSize(40);
        assertThat(emulator.clock().instant()).isAfterOrEqualTo(before.plusSeconds(30));
    }

    /** Longer than a call may take: the wait is the sweep's, not the call's. */
    @Test
    void retryAfter_thatOutlastsACall_costsNoBlock() {
        emulator.seed(Seed.generated(10, 5, 1));
        emulator.faults().on(Operation.LIST_SPAM).times(1).retryAfter(503, Duration.ofSeconds(90));

        SweepResult result = antispam.sweep().run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.findings()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "50, true", "1, false", "50, false"})
    void faultsOnATenthOfTheRequests_loseNothingThatIsNotNamed(int batch, boolean pages) {
        restart(emulated -> pages ? emulated : emulated.withoutPages());
        emulator.seed(Seed.generated(400, 300, 7));
        Set<String> truth = new HashSet<>(addresses(antispam.sweep().run()));
        assertThat(truth).hasSize(300);

        for (int seed = 0; seed < 8; seed++) {
            emulator.faults().clear();
            emulator.faults().onEveryRequest().probability(0.02, seed).status(500);
            emulator.faults().onEveryRequest().probability(0.02, seed + 100).resetWithinBody();
            emulator.faults().onEveryRequest().probability(0.02, seed + 200).retryAfter(429, Duration.ofSeconds(1));
            emulator.faults().onEveryRequest().probability(0.02, seed + 300).htmlPage(502);
            emulator.faults()
                    .on(Operation.LIST_SPAM)
                    .probability(0.02, seed + 400)
                    .truncatedJson();

            SweepResult result = antispam.sweep().batch(batch).run();

            Set<String> found = new HashSet<>(addresses(result));
            assertThat(truth).containsAll(found);
            assertThat(truth.stream().filter(ip -> !found.contains(ip)))
                    .allMatch(ip -> result.failures().stream()
                            .anyMatch(failure -> failure.block().contains(IpAddress.of(ip))));
        }
    }

    private static void awaitInFlight(CountDownLatch inFlight) {
        try {
            assertThat(inFlight.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this test", e);
        }
    }

    /** A client that says when requests are in flight that are never answered. */
    private AntispamClient stuck(CountDownLatch inFlight) {
        emulator.seed(Seed.generated(100, 0, 1));
        emulator.faults().on(Operation.LIST_SPAM).neverAnswer();
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .listener(new AntispamListener() {
                    @Override
                    public void requestStarted(Request request) {
                        if (request.route().endsWith("/spam")) {
                            inFlight.countDown();
                        }
                    }
                })
                .build();
    }

    @Test
    void interrupt_endsTheSweep() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(8);
        try (AntispamClient client = stuck(inFlight)) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread sweeping = new Thread(() -> {
                assertThatExceptionOfType(AntispamInterruptedException.class)
                        .isThrownBy(() -> client.sweep().run());
                flag.complete(Thread.currentThread().isInterrupted());
            });
            sweeping.start();
            awaitInFlight(inFlight);
            sweeping.interrupt();

            assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(emulator.journal().count(Operation.LIST_SPAM)).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void cancel_ofATaskThatSweeps_endsTheSweep() {
        CountDownLatch inFlight = new CountDownLatch(8);
        CompletableFuture<RuntimeException> ended = new CompletableFuture<>();
        try (AntispamClient client = stuck(inFlight)) {
            CompletableFuture<SweepResult> task = client.async(view -> {
                try {
                    return view.sweep().run();
                } catch (RuntimeException e) {
                    ended.complete(e);
                    throw e;
                }
            });
            awaitInFlight(inFlight);
            task.cancel(true);

            assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(AntispamInterruptedException.class);
        }
    }

    @Test
    void close_ofTheStream_endsTheRequestsInFlight() {
        CountDownLatch inFlight = new CountDownLatch(8);
        try (AntispamClient client = stuck(inFlight)) {
            Stream<SweepItem> items = client.sweep().stream();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> items.forEach(item -> {}));
            awaitInFlight(inFlight);
            items.close();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> reading.orTimeout(30, TimeUnit.SECONDS).join())
                    .withCauseInstanceOf(AntispamInterruptedException.class);
        }
    }

    @Test
    void close_ofTheClient_endsTheSweep() {
        CountDownLatch inFlight = new CountDownLatch(8);
        AntispamClient client = stuck(inFlight);
        CompletableFuture<SweepResult> reading =
                CompletableFuture.supplyAsync(() -> client.sweep().run());
        awaitInFlight(inFlight);
        client.close();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> reading.orTimeout(30, TimeUnit.SECONDS).join());
    }
}
