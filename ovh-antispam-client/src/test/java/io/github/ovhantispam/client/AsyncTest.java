package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamIp;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AsyncTest {

    @Test
    void calls_ofOneTask_runInTheBackground() throws Exception {
        try (TestAccount account = TestAccount.open()) {
            CompletableFuture<String> state = account.antispam.async(
                    view -> view.locate(TestAccount.ADDRESS).get().state().value());

            assertThat(state.get()).isEqualTo("blockedForSpam");
        }
    }

    @Test
    void failure_isTheFuturesFailure() {
        try (TestAccount account = TestAccount.open()) {
            CompletableFuture<SpamIpResource> located = account.antispam.async(view -> view.locate("198.51.100.1"));

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(located::get)
                    .withCauseInstanceOf(BlockNotFoundException.class);
        }
    }

    @Test
    void errorOfTheTask_isTheFuturesFailureToo() {
        try (TestAccount account = TestAccount.open()) {
            CompletableFuture<Object> failing = account.antispam.async(view -> {
                throw new StackOverflowError("too deep");
            });

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(failing::get)
                    .withCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void cancel_reachesTheRequestInFlight() throws Exception {
        CountDownLatch inFlight = new CountDownLatch(1);
        CompletableFuture<AntispamException> ended = new CompletableFuture<>();
        try (TestAccount account = TestAccount.open(client -> client.listener(new AntispamListener() {
            @Override
            public void requestStarted(Request request) {
                if (request.route().endsWith("{ipSpamming}")) {
                    inFlight.countDown();
                }
            }
        }))) {
            account.emulator.faults().on(Operation.GET_SPAM).neverRespond();
            CompletableFuture<Object> task = account.antispam.async(view -> {
                try {
                    return view.ipBlock(TestAccount.BLOCK)
                            .spamIp(TestAccount.ADDRESS)
                            .get();
                } catch (AntispamException e) {
                    ended.complete(e);
                    throw e;
                }
            });
            inFlight.await();
            task.cancel(true);

            assertThat(ended.get()).isInstanceOf(AntispamInterruptedException.class);
            assertThat(account.antispam.ipBlocks().list()).hasSize(1); // the client itself goes on
        }
    }

    @Test
    void cancel_wakesAWait_andNothingMoreIsSent() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<AntispamException> ended = new CompletableFuture<>();
        CompletableFuture<AntispamException> later = new CompletableFuture<>();
        try (TestAccount account = TestAccount.open(client -> client.sleeper(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        }))) {
            account.emulator.faults().on(Operation.GET_SPAM).retryAfter(503, Duration.ofSeconds(1));
            CompletableFuture<Object> task = account.antispam.async(view -> {
                try {
                    return view.ipBlock(TestAccount.BLOCK)
                            .spamIp(TestAccount.ADDRESS)
                            .get();
                } catch (AntispamException e) {
                    ended.complete(e);
                }
                try {
                    return view.ipBlocks().list();
                } catch (AntispamException e) {
                    later.complete(e);
                    throw e;
                }
            });
            waiting.await();
            task.cancel(true);

            assertThat(ended.get()).isInstanceOf(AntispamInterruptedException.class);
            assertThat(later.get())
                    .isInstanceOf(AntispamInterruptedException.class)
                    .hasMessage("not sent: cancelled");
            assertThat(account.count(Operation.LIST_BLOCKS)).isZero();
        }
    }

    @Test
    void executor_isBoundedAndDaemon() throws Exception {
        try (TestAccount account = TestAccount.open()) {
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            var tasks = IntStream.range(0, 300)
                    .mapToObj(i -> account.antispam.async(view -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        running.decrementAndGet();
                        return Thread.currentThread().isDaemon();
                    }))
                    .toList();
            go.countDown();
            for (CompletableFuture<Boolean> task : tasks) {
                assertThat(task.get()).isTrue();
            }
            assertThat(most.get()).isBetween(1, 64);
        }
    }

    @Test
    void close_refusesWhatComesLater() {
        TestAccount account = TestAccount.open();
        AntispamClient view = account.antispam.withOptions(o -> o.pageSize(7));
        view.close();
        assertThat(account.antispam.ipBlocks().list()).hasSize(1); // closing a view does nothing
        account.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> account.antispam.ipBlocks().list())
                .withMessage("the client is closed");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> view.ipBlocks().list())
                .withMessage("the client is closed");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> account.antispam.async(v -> 1))
                .withMessage("the client is closed");
    }

    @Test
    void handleThatOutlivesItsTask_endsWithTheClient() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (TestAccount account = TestAccount.open(client -> client.sleeper(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        }))) {
            SpamIpResource ip = account.antispam
                    .async(view -> view.locate(TestAccount.ADDRESS))
                    .get();
            CompletableFuture<SpamIp> release =
                    ip.release(Precaution.mailStoppedAndQueueEmptied()).start();
            waiting.await();
            account.antispam.close();

            assertThatExceptionOfType(CancellationException.class).isThrownBy(release::get);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(ip::get)
                    .withMessage("the client is closed");
        }
    }
}
