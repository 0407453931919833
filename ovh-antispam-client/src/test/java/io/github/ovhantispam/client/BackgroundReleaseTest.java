package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Releases in the background. */
class BackgroundReleaseTest {

    private static final Precaution WORD = Precaution.mailStoppedAndQueueEmptied();
    private static final Precaution FORBIDDEN = ip -> {
        throw new PrecautionException("must not run");
    };

    @Test
    void start_of500_holdsNoThreadWhileWaiting() throws Exception {
        try (TestAccount account = TestAccount.open();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(account.emulator.environment())
                        .clock(account.clock) // and no sleeper of ours, so that the client's timer does the waiting
                        .build()) {
            CountDownLatch waiting = new CountDownLatch(500);
            List<CompletableFuture<SpamIp>> releases = IntStream.range(0, 500)
                    .mapToObj(i -> antispam.ipBlock(TestAccount.BLOCK)
                            .spamIp(TestAccount.ADDRESS)
                            .release(WORD)
                            .onProgress(progress -> waiting.countDown())
                            .start())
                    .toList();

            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(antispam.async(view -> "the pool is free").get(30, TimeUnit.SECONDS))
                    .isEqualTo("the pool is free");
            assertThat(releases).noneMatch(CompletableFuture::isDone);
            releases.forEach(release -> release.cancel(true));
            assertThat(account.count(Operation.UNBLOCK)).isZero();
        }
    }

    @Test
    void start_ofABlocked_completesWithTheReleased() throws Exception {
        try (TestAccount account = TestAccount.open()) {
            SpamIp released = account.ip().release(WORD).start().get(30, TimeUnit.SECONDS);

            assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @Test
    void start_thatFails_completesWithTheException() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> account.ip().release(FORBIDDEN).start().get(30, TimeUnit.SECONDS))
                    .withCauseInstanceOf(PrecautionException.class);
        }
    }

    @Test
    void close_whileReleasesWait_cancelsThem() {
        CompletableFuture<SpamIp> release;
        try (TestAccount account = TestAccount.open()) {
            account.emulator.faults().on(Operation.GET_SPAM).neverRespond();
            release = account.ip().release(WORD).start();
        }
        assertThatExceptionOfType(CancellationException.class).isThrownBy(release::join);
    }

    @Test
    void start_whileTheTasksOfAsyncHoldEveryThread_goesOn() throws Exception {
        try (TestAccount account = TestAccount.open().unblockable()) {
            CountDownLatch released = new CountDownLatch(1);
            List<CompletableFuture<Boolean>> tasks = IntStream.range(0, 70)
                    .mapToObj(i -> account.antispam.async(view -> {
                        try {
                            return released.await(30, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .toList();

            assertThat(account.ip()
                            .release(WORD)
                            .start()
                            .get(30, TimeUnit.SECONDS)
                            .state())
                    .isEqualTo(SpamState.UNBLOCKED);
            released.countDown();
            assertThat(tasks).allSatisfy(task -> assertThat(task).succeedsWithin(Duration.ofSeconds(30)));
        }
    }
}
