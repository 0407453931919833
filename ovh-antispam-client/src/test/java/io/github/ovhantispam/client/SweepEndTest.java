package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Seed;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a sweep ends before its end, and that nothing of it goes on. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SweepEndTest {

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    private final CountDownLatch inFlight = new CountDownLatch(8);
    private final CountDownLatch givenUp = new CountDownLatch(8);

    @Test
    void listenerThatThrows_endsTheSweep() {
        account.emulator.seed(Seed.generated(500, 10, 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> account.antispam
                        .sweep()
                        .onProgress(progress -> {
                            throw new IllegalStateException("enough");
                        })
                        .run())
                .withMessage("enough");
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isLessThan(50);
    }

    @Test
    void stream_readsOnlySoFarAhead() {
        account.emulator.seed(Seed.generated(500, 500, 1));

        try (Stream<SweepItem> items = account.antispam.sweep().concurrency(4).stream()) {
            assertThat(items.limit(1)).hasSize(1);
        }
        assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isLessThan(30);
    }

    private static void await(CountDownLatch eight) {
        try {
            assertThat(eight.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this test", e);
        }
    }

    /** A client whose requests for lists are never answered, and which says when they are in flight and given up. */
    private AntispamClient stuck() {
        account.emulator.seed(Seed.generated(100, 0, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).neverRespond();
        return AntispamClient.builder()
                .environment(account.emulator.environment())
                .clock(account.emulator.clock())
                .listener(new AntispamListener() {
                    @Override
                    public void requestStarted(Request request) {
                        if (request.route().endsWith("/spam")) {
                            inFlight.countDown();
                        }
                    }

                    @Override
                    public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
                        if (failure instanceof AntispamInterruptedException) {
                            givenUp.countDown();
                        }
                    }
                })
                .build();
    }

    /** What goes on after the client is closed, and how it is ended: by itself in the middle, or by another thread. */
    enum Sweeping {
        RUN(client -> client.sweep().run()),
        STREAM(client -> client.sweep().stream().forEach(item -> {})),
        WATCH(client -> client.sweep()
                .ratePerMinute(60_000)
                .watch(Duration.ofMinutes(1))
                .await(event -> {}));

        final Consumer<AntispamClient> begin;

        Sweeping(Consumer<AntispamClient> begin) {
            this.begin = begin;
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeOfTheClient_inAnAnswer_isAnInterruption(Sweeping sweeping) throws Exception {
        AntispamClient client = stuck();
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        new Thread(() -> end.complete(catchThrowable(() -> sweeping.begin.accept(client)))).start();
        await(inFlight);
        client.close();

        assertThat(end.get(30, TimeUnit.SECONDS))
                .isInstanceOf(AntispamInterruptedException.class)
                .hasMessageContaining("the client is closed");
        await(givenUp);
    }

    @ParameterizedTest
    @EnumSource
    void closeOfTheClient_betweenRequests_isAnInterruptionToo(Sweeping sweeping) {
        account.emulator.seed(Seed.generated(100, 0, 1));
        AtomicReference<AntispamClient> closed = new AtomicReference<>();
        AntispamClient client = account.client(builder -> builder.listener(new AntispamListener() {
            @Override
            public void responseReceived(Request request, Response response) {
                closed.get().close();
            }
        }));
        closed.set(client);

        assertThatExceptionOfType(AntispamInterruptedException.class)
                .isThrownBy(() -> sweeping.begin.accept(client))
                .withMessageContaining("the client is closed");
    }

    @Test
    void interrupt_endsTheSweep() throws Exception {
        try (AntispamClient client = stuck()) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread sweeping = new Thread(() -> {
                assertThatExceptionOfType(AntispamInterruptedException.class)
                        .isThrownBy(() -> client.sweep().run());
                flag.complete(Thread.currentThread().isInterrupted());
            });
            sweeping.start();
            await(inFlight);
            sweeping.interrupt();

            assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
            await(givenUp);
            assertThat(account.emulator.journal().count(Operation.LIST_SPAM)).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void cancel_ofATaskThatSweeps_endsTheSweep() {
        CompletableFuture<RuntimeException> ended = new CompletableFuture<>();
        try (AntispamClient client = stuck()) {
            CompletableFuture<SweepResult> task = client.async(view -> {
                try {
                    return view.sweep().run();
                } catch (RuntimeException e) {
                    ended.complete(e);
                    throw e;
                }
            });
            await(inFlight);
            task.cancel(true);

            assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join()).isInstanceOf(AntispamInterruptedException.class);
            await(givenUp);
        }
    }

    @Test
    void close_ofTheStream_endsTheRequestsInFlight() {
        try (AntispamClient client = stuck()) {
            Stream<SweepItem> items = client.sweep().stream();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> items.forEach(item -> {}));
            await(inFlight);
            items.close();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> reading.orTimeout(30, TimeUnit.SECONDS).join())
                    .withCauseInstanceOf(AntispamInterruptedException.class);
            await(givenUp);
        }
    }

    @Test
    void streamOfAClosedClient_isRefusedOnlyWhenRead() {
        AntispamClient client = account.client(b -> b);
        client.close();
        Stream<SweepItem> stream = client.sweep().stream();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> stream.forEach(item -> {}));
    }

    static List<Error> errors() {
        return List.of(
                new AssertionError("listener"),
                new NoClassDefFoundError("listener"),
                new StackOverflowError("listener"),
                new OutOfMemoryError("listener"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void errorOfAListener_endsNothing(Error error) {
        account.emulator.seed(Seed.generated(50, 50, 1));
        account.emulator.faults().on(Operation.LIST_SPAM).times(1).status(500);
        account.emulator.faults().on(Operation.LIST_SPAM).times(1).resetBeforeProcessing();
        AtomicInteger told = new AtomicInteger();
        AntispamListener throwing = new AntispamListener() {
            private void raise() {
                told.incrementAndGet();
                throw error;
            }

            @Override
            public void requestStarted(Request request) {
                raise();
            }

            @Override
            public void responseReceived(Request request, Response response) {
                raise();
            }

            @Override
            public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
                raise();
            }

            @Override
            public void requestRetried(Request request, Duration pause, AntispamException because) {
                raise();
            }
        };
        try (AntispamClient client = account.client(b -> b.listener(throwing))) {
            SweepResult result = client.sweep().run();

            assertThat(result.findings()).hasSize(50);
            assertThat(result.isComplete()).isTrue();
            assertThat(told).hasValueGreaterThan(100);
        }
    }

    @Test
    void manySweepsAtOnce_withCallsInTheirLambdas_end() {
        account.emulator.seed(Seed.generated(12, 12, 1));
        List<CompletableFuture<Long>> all = IntStream.range(0, 100)
                .mapToObj(i -> account.antispam.async(view -> {
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
    void clientClosedInALambda_endsTheStream() {
        account.emulator.seed(Seed.generated(100, 100, 1));
        AntispamClient client = account.client(b -> b);
        try (Stream<SweepItem> items = client.sweep().stream()) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> items.forEach(i -> client.close()));
        }
    }

    @Test
    void streamClosedInALambda_endsIt() {
        account.emulator.seed(Seed.generated(100, 100, 1));
        try (Stream<SweepItem> items = account.antispam.sweep().stream()) {
            assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> items.forEach(i -> shut(items)));
        }
    }

    private static void shut(Stream<SweepItem> stream) {
        stream.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void interruptedBefore_isAtOnceAnException(int batch) {
        account.emulator.seed(Seed.generated(100, 100, 1));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(AntispamInterruptedException.class)
                .isThrownBy(() -> account.antispam.sweep().batch(batch).run());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void iteratorAfterAListenerThrew_neverEndsQuietly() {
        account.emulator.seed(Seed.generated(20, 20, 1));
        try (Stream<SweepItem> items = account
                .antispam
                .sweep()
                .onProgress(progress -> {
                    throw new IllegalStateException("enough");
                })
                .stream()) {
            Iterator<SweepItem> iterator = items.iterator();

            assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessage("enough");
            assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessage("enough");
        }
    }
}
