package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A watch on a thread of its own, and how it ends. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchInBackgroundTest {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @RegisterExtension
    final EmulatedAccount account = new EmulatedAccount();

    private final EmulatedSpamIp address =
            account.emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));

    @Test
    void start_watchesOnADaemonThreadOfItsOwn_untilCancelled() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        CountDownLatch told = new CountDownLatch(2);
        CompletableFuture<Void> watch = account.antispam.sweep().watch(INTERVAL).start(event -> {
            threads.add(Thread.currentThread());
            address.unblocked();
            told.countDown();
        });
        told.await();
        watch.cancel(true);

        Thread thread = threads.get(0);
        thread.join();
        assertThat(threads).containsOnly(thread);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("ovh-antispam-watch-");
        assertThat(account.antispam.ipBlocks().list()).hasSize(1); // the client itself goes on
    }

    @Test
    void cancel_interruptsTheHandler_andSavesNotThatItHeard() throws Exception {
        AtomicInteger saves = new AtomicInteger();
        CountDownLatch inHandler = new CountDownLatch(1);
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletableFuture<Void> watch = account.antispam
                .sweep()
                .watch(INTERVAL)
                .onState(state -> saves.incrementAndGet())
                .start(event -> {
                    inHandler.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        end.complete("interrupted");
                        throw new IllegalStateException(e);
                    }
                });
        inHandler.await();
        watch.cancel(false);

        assertThat(end.get()).isEqualTo("interrupted");
        assertThat(saves).hasValue(1); // that it is about to hear
    }

    @Test
    void closeOfTheClient_cancelsAWatchInTheBackground() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Void> watch =
                account.antispam.sweep().watch(INTERVAL).start(event -> thread.complete(Thread.currentThread()));
        thread.get();
        account.antispam.close();

        assertThat(watch).isCancelled();
        thread.get().join();
        assertThatIllegalStateException()
                .isThrownBy(() -> account.antispam.sweep().watch(INTERVAL).start(event -> {}))
                .withMessage("the client is closed");
    }

    @Test
    void completionByTheCaller_endsTheWatch() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Void> watch =
                account.antispam.sweep().watch(INTERVAL).start(event -> thread.complete(Thread.currentThread()));
        Thread watching = thread.get();
        watch.complete(null);

        watching.join();
        assertThat(watch).isCompletedWithValue(null);
    }

    @Test
    void failureOfTheHandler_isTheFuturesFailure() {
        CompletableFuture<Void> watch = account.antispam.sweep().watch(INTERVAL).start(event -> {
            throw new StackOverflowError("too deep");
        });

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(watch::get)
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void handlesOfItsEvents_outliveTheWatch() throws Exception {
        CompletableFuture<Change> change = new CompletableFuture<>();
        CompletableFuture<Void> watch =
                account.antispam.sweep().watch(INTERVAL).start(event -> change.complete((Change) event));
        SpamIpResource resource = change.get().finding().resource();
        watch.cancel(true);

        assertThat(resource.get().state()).isEqualTo(SpamState.BLOCKED_FOR_SPAM);
    }
}
