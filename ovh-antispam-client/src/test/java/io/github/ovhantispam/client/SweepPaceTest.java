package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How fast a sweep asks, and how it slows down. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SweepPaceTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    @Test
    void concurrency_isKept() {
        account.emulator.seed(Seed.generated(100, 0, 1));
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AntispamListener counting = new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            }

            @Override
            public void responseReceived(Request request, Response response) {
                underWay.decrementAndGet();
            }
        };
        try (AntispamClient counted = AntispamClient.builder()
                .environment(account.emulator.environment())
                .clock(account.emulator.clock())
                .listener(counting)
                .build()) {
            account.emulator.faults().on(Operation.LIST_SPAM).delay(Duration.ofMillis(2));

            counted.sweep().concurrency(3).run();
            assertThat(most).hasValue(3);
            counted.sweep().concurrency(1).run();
            assertThat(underWay).hasValue(0);
        }
    }

    @Test
    void ratePerMinute_isKeptByAllWorkersTogether() {
        account.emulator.seed(Seed.generated(60, 0, 1));
        Instant before = account.emulator.clock().instant();

        account.antispam.sweep().ratePerMinute(60).run();

        Duration took = Duration.between(before, account.emulator.clock().instant());
        assertThat(took).isGreaterThanOrEqualTo(Duration.ofSeconds(60)); // and one request for the blocks before
    }

    @Test
    void overload_slowsAllWorkers_andIsSurvived() {
        account.emulator.seed(Seed.generated(100, 40, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).times(3).retryAfter(429, Duration.ofSeconds(30));
        Instant before = account.emulator.clock().instant();

        SweepResult result = account.antispam.sweep().run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.findings()).hasSize(40);
        assertThat(account.emulator.clock().instant()).isAfterOrEqualTo(before.plusSeconds(30));
    }

    /** Longer than a call may take: the wait is the sweep's, not the call's. */
    @Test
    void retryAfter_thatOutlastsACall_costsNoBlock() {
        account.emulator.seed(Seed.generated(10, 5, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).times(1).retryAfter(503, Duration.ofSeconds(90));

        SweepResult result = account.antispam.sweep().run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.findings()).hasSize(5);
    }

    @Test
    void rateOfOneAMinute_costsNoBlock() {
        account.emulator.ipBlock("192.0.2.0/28");

        assertThat(account.antispam.sweep().ratePerMinute(1).run().failures()).isEmpty();
    }

    @Test
    void waitForATurn_isNoTimeOfTheCall() {
        account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        account.antispam.ipBlocks().list();
        account.emulator.faults().on(Operation.LIST_SPAM).times(1).status(502);

        SweepResult result = account.antispam
                .withOptions(o -> o.timeout(Duration.ofSeconds(5)))
                .sweep()
                .ratePerMinute(6)
                .concurrency(1)
                .run();
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void slowRate_costsNoBlock_whenOneIsTriedAgain() {
        account.emulator.seed(Seed.generated(30, 10, 1));
        account.antispam.ipBlocks().list();
        account.emulator
                .faults()
                .on(Operation.LIST_SPAM)
                .afterCalls(10)
                .times(1)
                .status(502);

        assertThat(account.antispam
                        .sweep()
                        .concurrency(1)
                        .ratePerMinute(6)
                        .run()
                        .failures())
                .isEmpty();
    }

    @Test
    void waitThatOneIsToldOf_costsTheOthersNoBlock() {
        account.emulator.ipBlock("192.0.2.0/28");
        account.emulator.ipBlock("198.51.100.0/28");
        CountDownLatch refused = new CountDownLatch(1);
        try (AntispamClient client = account.client(b -> b.listener(new AntispamListener() {
            @Override
            public void requestRetried(Request request, Duration pause, AntispamException because) {
                if (because instanceof ServerException e && e.statusCode() == 503) {
                    refused.countDown(); // told after the pace was
                }
            }
        }))) {
            client.ipBlocks().list();
            account.emulator
                    .faults()
                    .on(Operation.LIST_SPAM)
                    .when(r -> r.target().contains("198.51.100.0"))
                    .times(1)
                    .retryAfter(503, Duration.ofSeconds(90));
            account.emulator
                    .faults()
                    .on(Operation.LIST_SPAM)
                    .when(r -> r.target().contains("192.0.2.0") && awaited(refused))
                    .times(1)
                    .status(502);
            assertThat(client.sweep().concurrency(2).run().failures()).isEmpty();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void serversTime_isRetriedAsUsual() {
        account.emulator.ipBlock("192.0.2.0/28");
        account.emulator.faults().on(Operation.AUTH_TIME).times(2).status(500);
        try (AntispamClient other = account.client(b -> b)) {
            assertThat(other.ipBlocks().list()).hasSize(1);
        }
        account.emulator.faults().clear();
        account.emulator.faults().on(Operation.AUTH_TIME).times(2).status(500);

        assertThat(account.antispam.sweep().run().failures()).isEmpty();
    }

    @Test
    void clockThatJumpsBack_doesNotStopTheSweep() {
        account.emulator.seed(Seed.generated(5, 0, 1));
        List<Duration> waits = new CopyOnWriteArrayList<>();
        AtomicInteger sent = new AtomicInteger();
        InstantSource jumping = () -> {
            Instant now = account.emulator.clock().instant();
            return sent.get() > 3 ? now.minus(Duration.ofHours(1)) : now;
        };
        try (AntispamClient client = AntispamClient.builder()
                .environment(account.emulator.environment())
                .clock(jumping)
                .sleeper(d -> {
                    waits.add(d);
                    account.emulator.clock().sleep(d);
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
    void serverThatIsAwayForGood_isNotWaitedForBlockByBlock() {
        account.emulator.seed(Seed.generated(100, 0, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).retryAfter(503, Duration.ofMinutes(5));
        Instant before = account.emulator.clock().instant();
        SweepResult result = account.antispam.sweep().run();

        assertThat(result.failures()).hasSize(100);
        assertThat(Duration.between(before, account.emulator.clock().instant())).isLessThan(Duration.ofHours(2));
    }

    /** The refusals take a minute, which it took a second minute to make up for. */
    @Test
    void twelveRefusalsInARow_areSoonMadeUpFor() {
        account.emulator.seed(Seed.generated(300, 30, 1));
        account.antispam.ipBlocks().list();
        account.emulator.faults().on(Operation.LIST_SPAM).times(12).status(503);
        Instant before = account.emulator.clock().instant();

        SweepResult result = account.antispam
                .withOptions(o -> o.retryPolicy(RetryPolicy.standard().maxAttempts(20)))
                .sweep()
                .concurrency(1)
                .run();

        assertThat(result.failures()).isEmpty();
        assertThat(result.findings()).hasSize(30);
        Duration took = Duration.between(before, account.emulator.clock().instant());
        assertThat(took).isLessThan(Duration.ofSeconds(70));
    }
}
