package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatorBuilder;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import io.github.ovhantispam.model.IpDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and sweeps under attack: what a reviewer tried who wanted to see them hang, lie or lose something. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileListsTest {

    private AntispamEmulator emulator = AntispamEmulator.start();
    private AntispamClient antispam = client(b -> b);

    private AntispamClient client(UnaryOperator<AntispamClient.Builder> more) {
        return more.apply(AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep))
                .build();
    }

    private void restart(UnaryOperator<EmulatorBuilder> settings) {
        close();
        emulator = settings.apply(AntispamEmulator.builder()).start();
        antispam = client(b -> b);
    }

    @AfterEach
    void close() {
        antispam.close();
        emulator.close();
    }

    private static String whole(int i) {
        return "{\"ip\":\"10.0." + i + ".0/24\",\"type\":\"vps\",\"canBeTerminated\":false}";
    }

    private static String id(int i) {
        return "\"10.0." + i + ".0/24\"";
    }

    private void answer(String body, String... headers) {
        Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).raw(200, all, body);
    }

    @Test
    void rateOfOneAMinute_costsNoBlock() {
        emulator.ipBlock("192.0.2.0/28");

        assertThat(antispam.sweep().ratePerMinute(1).run().failures()).isEmpty();
    }

    @Test
    void waitForATurn_isNoTimeOfTheCall() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        antispam.ipBlocks().list();
        emulator.faults().on(Operation.LIST_SPAM).times(1).status(502);

        SweepResult result = antispam.withOptions(o -> o.timeout(Duration.ofSeconds(5)))
                .sweep()
                .ratePerMinute(6)
                .concurrency(1)
                .run();
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void slowRate_costsNoBlock_whenOneIsTriedAgain() {
        emulator.seed(Seed.generated(30, 10, 1));
        antispam.ipBlocks().list();
        emulator.faults().on(Operation.LIST_SPAM).afterCalls(10).times(1).status(502);

        assertThat(antispam.sweep().concurrency(1).ratePerMinute(6).run().failures())
                .isEmpty();
    }

    @Test
    void waitThatOneIsToldOf_costsTheOthersNoBlock() {
        emulator.ipBlock("192.0.2.0/28");
        emulator.ipBlock("198.51.100.0/28");
        CountDownLatch refused = new CountDownLatch(1);
        try (AntispamClient client = client(b -> b.listener(new AntispamListener() {
            @Override
            public void requestRetried(Request request, Duration pause, AntispamException because) {
                if (because instanceof ServerException e && e.statusCode() == 503) {
                    refused.countDown(); // told after the pace was
                }
            }
        }))) {
            client.ipBlocks().list();
            emulator.faults()
                    .on(Operation.LIST_SPAM)
                    .when(r -> r.target().contains("198.51.100.0"))
                    .times(1)
                    .retryAfter(503, Duration.ofSeconds(90));
            emulator.faults()
                    .on(Operation.LIST_SPAM)
                    .when(r -> r.target().contains("192.0.2.0") && awaited(refused))
                    .times(1)
                    .status(502);
            assertThat(client.sweep().concurrency(2).run().failures()).isEmpty();
        }
    }

    @Test
    void serversTime_isRetriedAsUsual() {
        emulator.ipBlock("192.0.2.0/28");
        emulator.faults().on(Operation.AUTH_TIME).times(2).status(500);
        try (AntispamClient other = client(b -> b)) {
            assertThat(other.ipBlocks().list()).hasSize(1);
        }
        emulator.faults().clear();
        emulator.faults().on(Operation.AUTH_TIME).times(2).status(500);

        assertThat(antispam.sweep().run().failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[\"192.0.2.1\",null]"})
    void nullInABatch_losesNothing(String value) {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.0/28").spamIp("198.51.100.1").blockedFor(Duration.ofHours(1));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(r -> r.target().contains(","))
                .raw(200, Map.of(), "[{\"key\":\"192.0.2.0/28\",\"value\":" + value + ",\"error\":null}]");

        assertThat(antispam.sweep().batch(50).run().findings()).hasSize(2);
    }

    @Test
    void cursorThatIsNoHeaderValue_isAnUnexpectedResponse() {
        answer("[" + whole(1) + "]", "X-Pagination-Cursor-Next", "caf\u00e9");
        assertThatExceptionOfType(AntispamException.class)
                .isThrownBy(() -> antispam.ipBlocks().details().list());
    }

    @Test
    void cursorThatIsNoHeaderValue_isAFailureOfItsBlock() {
        for (int i = 0; i < 20; i++) {
            emulator.ipBlock("10.0." + i + ".0/24").spamIp("10.0." + i + ".1").blockedFor(Duration.ofHours(1));
        }
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(r -> r.target().contains("10.0.7.0"))
                .raw(
                        200,
                        Map.of("X-Pagination-Cursor-Next", "caf\u00e9"),
                        "[{\"ipSpamming\":\"10.0.7.1\",\"state\":\"unblocked\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]");
        assertThat(antispam.sweep().run().findings()).hasSizeGreaterThanOrEqualTo(19);
    }

    @Test
    void cursorThatIsEmpty_isNone() {
        answer("[" + whole(1) + "]", "X-Pagination-Cursor-Next", "");
        emulator.ipBlock("10.0.1.0/24");
        assertThat(antispam.ipBlocks().details().list()).hasSize(1);
    }

    @Test
    void iteratorThatFailed_neverSkipsAPage() {
        for (int i = 0; i < 25; i++) {
            emulator.ipBlock("10.0." + i + ".0/24");
        }
        AntispamClient small = antispam.withOptions(o -> o.pageSize(10).retryPolicy(RetryPolicy.none()));
        emulator.faults().on(Operation.LIST_BLOCKS).afterCalls(1).times(1).status(500);
        Iterator<IpDetails> details = small.ipBlocks().details().stream().iterator();
        List<IpDetails> read = new ArrayList<>();
        int failures = 0;
        while (true) {
            try {
                if (!details.hasNext()) {
                    break;
                }
                read.add(details.next());
            } catch (ServerException e) {
                failures++;
                if (failures > 3) {
                    return; // it keeps failing: right
                }
            }
        }
        assertThat(read).hasSize(25);
    }

    @Test
    void idsAmongObjects_doNotEndTheList() {
        answer("[" + whole(1) + "," + id(2) + "]");
        answer("[" + whole(3) + "," + whole(4) + "]");
        answer("[]");
        IntStream.range(1, 5).forEach(i -> emulator.ipBlock("10.0." + i + ".0/24"));
        assertThat(antispam.withOptions(o -> o.pageSize(2)).ipBlocks().details().list())
                .hasSize(4);
    }

    @Test
    void detailsOfAnotherBlock_areNotDelivered() {
        restart(EmulatorBuilder::withoutPages);
        IntStream.range(0, 3).forEach(i -> emulator.ipBlock("10.0." + i + ".0/24"));
        emulator.faults().on(Operation.GET_BLOCK).raw(200, Map.of(), whole(1));
        List<IpDetails> delivered = new ArrayList<>();
        try {
            antispam.ipBlocks().details().stream().forEach(delivered::add);
        } catch (UnexpectedResponseException e) {
            // right
        }
        assertThat(delivered).doesNotHaveDuplicates();
    }

    @Test
    void streamOfAClosedClient_isRefusedOnlyWhenRead() {
        AntispamClient client = client(b -> b);
        client.close();
        Stream<SweepItem> stream = client.sweep().stream();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> stream.forEach(item -> {}));
    }

    @Test
    void batchThatSaysThereIsMore_losesNothing() {
        for (String block : List.of("192.0.2.", "198.51.100.")) {
            emulator.ipBlock(block + "0/28").spamIp(block + "1").blockedFor(Duration.ofHours(1));
            emulator.ipBlock(block + "0/28").spamIp(block + "2").blockedFor(Duration.ofHours(1));
        }
        String body = Stream.of("192.0.2.", "198.51.100.")
                .map(b -> "{\"key\":\"" + b + "0/28\",\"error\":null,\"value\":[{\"ipSpamming\":\"" + b
                        + "1\",\"state\":\"blockedForSpam\",\"date\":\"2026-01-01T00:00:00Z\",\"time\":1}]}")
                .collect(Collectors.joining(",", "[", "]"));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(r -> r.target().contains(","))
                .raw(200, Map.of("X-Pagination-Cursor-Next", "abc"), body);
        assertThat(antispam.sweep().batch(50).run().findings()).hasSize(4);
    }

    @Test
    void batchSizeOfAView_holdsInItsSweeps() {
        restart(EmulatorBuilder::withoutPages);
        for (int i = 0; i < 20; i++) {
            emulator.ipBlock("192.0.2.0/24").spamIp("192.0.2." + i).blockedFor(Duration.ofHours(1));
        }
        antispam.withOptions(o -> o.batchSize(50)).sweep().run();
        assertThat(emulator.journal().count(Operation.GET_SPAM)).isEqualTo(1);
    }

    @Test
    void clockThatJumpsBack_doesNotStopTheSweep() {
        emulator.seed(Seed.generated(5, 0, 1));
        List<Duration> waits = new CopyOnWriteArrayList<>();
        AtomicInteger sent = new AtomicInteger();
        InstantSource jumping = () -> {
            Instant now = emulator.clock().instant();
            return sent.get() > 3 ? now.minus(Duration.ofHours(1)) : now;
        };
        try (AntispamClient client = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(jumping)
                .sleeper(d -> {
                    waits.add(d);
                    emulator.clock().sleep(d);
                })
                .listener(new AntispamListener() {
                    @Override
                    public void requestStarted(Request request) {
                        sent.incrementAndGet();
                    }
                })
                .build()) {
            SweepResult result = client.sweep().ratePerMinute(60).run();
            assertThat(waits).allMatch(d -> d.compareTo(Duration.ofSeconds(10)) < 0);
            assertThat(result.failures()).isEmpty();
        }
    }

    @Test
    void errorOfAListener_endsTheSweep() {
        emulator.seed(Seed.generated(50, 50, 1));
        try (AntispamClient client = client(b -> b.listener(new AntispamListener() {
            @Override
            public void requestAnswered(Request request, Answer answer) {
                if (request.route().endsWith("/spam")) {
                    throw new AssertionError("listener");
                }
            }
        }))) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> client.sweep().run())
                    .withMessage("listener");
        }
    }

    @Test
    void manySweepsAtOnce_withCallsInTheirLambdas_end() {
        emulator.seed(Seed.generated(12, 12, 1));
        List<CompletableFuture<Long>> all = IntStream.range(0, 100)
                .mapToObj(i -> antispam.async(view -> {
                    try (Stream<SweepItem> items = view.sweep().concurrency(4).stream()) {
                        return items.filter(SweepItem.Finding.class::isInstance)
                                .map(item ->
                                        ((SweepItem.Finding) item).resource().get())
                                .count();
                    }
                }))
                .toList();
        assertThat(all.stream().map(f -> f.orTimeout(50, TimeUnit.SECONDS).join()))
                .containsOnly(12L);
    }

    @Test
    void parallelStreams_loseNothing() {
        emulator.seed(Seed.generated(100, 300, 1));
        try (Stream<SweepItem> items = antispam.sweep().stream()) {
            assertThat(items.parallel().map(i -> i.toString()).distinct().count())
                    .isEqualTo(300);
        }
        assertThat(antispam.withOptions(o -> o.pageSize(7)).ipBlocks().details().stream()
                        .parallel()
                        .map(d -> d.ip().toString())
                        .distinct()
                        .count())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[]},{\"key\":\"192.0.2.0/28\",\"value\":[]}]",
                "[{\"key\":\"203.0.113.0/28\",\"value\":[]}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[],\"error\":\"x\"}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":[\"nonsense\"]}]",
                "[{\"key\":\"192.0.2.0/28\",\"value\":null}]",
                "[{\"value\":[]}]",
                "{}",
                "DEEP"
            })
    void hostileBatch_losesNothing(String body) {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        emulator.ipBlock("198.51.100.0/28").spamIp("198.51.100.1").blockedFor(Duration.ofHours(1));
        emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(r -> r.target().contains(","))
                .raw(
                        200,
                        Map.of(),
                        body.equals("DEEP") ? "[{\"key\":\"192.0.2.0/28\",\"error\":" + "[".repeat(500_000) : body);
        assertThat(antispam.sweep().batch(50).run().findings()).hasSize(2);
    }

    @Test
    void iteratorAfterAListenerThrew_neverEndsQuietly() {
        emulator.seed(Seed.generated(20, 20, 1));
        AtomicInteger told = new AtomicInteger();
        try (Stream<SweepItem> items = antispam
                .sweep()
                .onProgress(p -> {
                    if (told.incrementAndGet() == 3) {
                        throw new IllegalStateException("enough");
                    }
                })
                .stream()) {
            Iterator<SweepItem> iterator = items.iterator();
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                try {
                    if (!iterator.hasNext()) {
                        seen.add("END");
                        break;
                    }
                    seen.add(iterator.next().block().toString());
                } catch (RuntimeException e) {
                    seen.add(e.toString());
                }
            }
            assertThat(seen).doesNotContain("END");
            assertThat(Optional.of(seen.get(seen.size() - 1)).get()).contains("Exception");
        }
    }

    @Test
    void serverThatIsAwayForGood_isNotWaitedForBlockByBlock() {
        emulator.seed(Seed.generated(100, 0, 1));
        emulator.faults().on(Operation.LIST_SPAM).retryAfter(503, Duration.ofMinutes(5));
        Instant before = emulator.clock().instant();
        SweepResult result = antispam.sweep().run();

        assertThat(result.failures()).hasSize(100);
        assertThat(Duration.between(before, emulator.clock().instant())).isLessThan(Duration.ofHours(2));
    }

    @Test
    void clientClosedInALambda_endsTheStream() {
        emulator.seed(Seed.generated(100, 100, 1));
        AntispamClient client = client(b -> b);
        try (Stream<SweepItem> items = client.sweep().stream()) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> items.forEach(i -> client.close()));
        }
    }

    @Test
    void streamClosedInALambda_endsIt() {
        emulator.seed(Seed.generated(100, 100, 1));
        try (Stream<SweepItem> items = antispam.sweep().stream()) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> items.forEach(i -> shut(items)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void interruptedBefore_isAtOnceAnException(int batch) {
        emulator.seed(Seed.generated(100, 100, 1));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(AntispamInterruptedException.class)
                .isThrownBy(() -> antispam.sweep().batch(batch).run());
        assertThat(Thread.interrupted()).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void shut(Stream<SweepItem> stream) {
        stream.close();
    }
}
