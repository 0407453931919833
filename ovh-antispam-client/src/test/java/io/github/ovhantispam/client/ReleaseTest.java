package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    private static final Precaution WORD = Precaution.mailStoppedAndQueueEmptied();
    private static final Precaution FORBIDDEN = ip -> {
        throw new PrecautionException("must not run");
    };

    @Test
    void blocked_isReleasedWithOnePost() {
        try (TestAccount account = TestAccount.open()) {
            List<Step> steps = new ArrayList<>();

            SpamIp released = account.ip()
                    .release(WORD)
                    .onProgress(progress -> steps.add(progress.step()))
                    .await();

            assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.waits.get(0)).isEqualTo(Duration.ofHours(1));
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
            assertThat(steps)
                    .startsWith(Step.WAITING_FOR_END_OF_BLOCK, Step.UNBLOCKING, Step.WAITING_FOR_EFFECT)
                    .endsWith(Step.RELEASED);
        }
    }

    @Test
    void unblocked_returnsWithoutAnything() {
        try (TestAccount account = TestAccount.open()) {
            account.address.unblocked();

            assertThat(account.ip().release(FORBIDDEN).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.count(Operation.UNBLOCK)).isZero();
            assertThat(account.waits).isEmpty();
        }
    }

    @Test
    void unblocking_isOnlyWatched() {
        try (TestAccount account = TestAccount.open()) {
            account.address.unblocking();

            assertThat(account.ip().release(FORBIDDEN).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.count(Operation.UNBLOCK)).isZero();
        }
    }

    @Test
    void unknownState_isOnlyWatched() {
        try (TestAccount account = TestAccount.open()) {
            account.address.unblocked();
            account.emulator.faults().on(Operation.GET_SPAM).times(3).unknownValue();

            assertThat(account.ip().release(FORBIDDEN).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.count(Operation.GET_SPAM)).isEqualTo(4);
        }
    }

    @Test
    void refusal_isBelievedAndWaitedFor() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.UNBLOCK)
                    .times(2)
                    .status(409, "This IP address is still blocked for 77 seconds");

            account.ip().release(WORD).await();

            assertThat(account.waits).startsWith(Duration.ofSeconds(77), Duration.ofSeconds(77));
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(3);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @Test
    void refusalForZeroSeconds_doesNotSpin() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.UNBLOCK)
                    .times(1)
                    .status(400, "This IP address is still blocked for 0 seconds");

            account.ip().release(WORD).await();

            assertThat(account.waits).startsWith(Duration.ofSeconds(1));
        }
    }

    @Test
    void watching_growsItsPausesToAMinute() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.address.transition(Transition.after(Duration.ofMinutes(20)));

            account.ip().release(WORD).await();

            assertThat(account.waits).startsWith(Duration.ofSeconds(5), Duration.ofMillis(7500));
            assertThat(account.waits.subList(8, account.waits.size())).containsOnly(Duration.ofMinutes(1));
        }
    }

    @Test
    void blockThatOutlastsTheTimeout_failsAtOnce() {
        try (TestAccount account = TestAccount.open()) {
            assertThatExceptionOfType(WaitTimeoutException.class)
                    .isThrownBy(() -> account.ip()
                            .release(WORD)
                            .timeout(Duration.ofMinutes(59))
                            .await())
                    .withMessageContaining("the block lasts another 1 h,")
                    .satisfies(e -> assertThat(e.mayHaveBeenProcessed()).isFalse());
            assertThat(account.waits).isEmpty();
            assertThat(account.count(Operation.UNBLOCK)).isZero();
        }
    }

    @Test
    void releaseThatNeverTakesEffect_timesOutWithEveryStateSeen() {
        try (TestAccount account = TestAccount.open()) {
            account.address.transition(Transition.never());

            WaitTimeoutException thrown = catchThrowableOfType(
                    WaitTimeoutException.class, () -> account.ip().release(WORD).await());

            assertThat(thrown.observed()).containsExactly(SpamState.BLOCKED_FOR_SPAM, SpamState.UNBLOCKING);
            assertThat(thrown.getMessage()).endsWith("seen so far: blockedForSpam, then unblocking");
            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(account.clock.instant()).isEqualTo(TestAccount.START.plus(Duration.ofMinutes(90)));
        }
    }

    @Test
    void newBlockAfterTheAcceptedPost_isReblocked() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.address.stillSpamming(Duration.ofSeconds(30));

            ReblockedException thrown = catchThrowableOfType(
                    ReblockedException.class, () -> account.ip().release(WORD).await());

            assertThat(thrown.spamIp().date().toInstant()).isAfter(TestAccount.START);
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void sameBlockAfterTheAcceptedPost_isALaggingAnswer() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .afterCalls(1)
                    .times(2)
                    .raw(
                            200,
                            java.util.Map.of("Content-Type", "application/json"),
                            "{\"ipSpamming\":\"192.0.2.1\",\"state\":\"blockedForSpam\",\"time\":3600,\"date\":\"2026-01-01T10:00:00+00:00\"}");

            assertThat(account.ip().release(WORD).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @Test
    void lostPostThatCannotBeSettled_endsTheRelease() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();
            account.emulator.faults().on(Operation.GET_SPAM).afterCalls(1).status(500);

            AntispamException thrown = catchThrowableOfType(
                    AntispamException.class, () -> account.ip().release(WORD).await());

            assertThat(thrown.mayHaveBeenProcessed()).isTrue();
            assertThat(account.count(Operation.UNBLOCK)).isEqualTo(1);
        }
    }

    @Test
    void lostPostThatIsConfirmed_goesOn() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator.faults().on(Operation.UNBLOCK).resetAfterProcessing();

            assertThat(account.ip().release(WORD).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void readsThatFailTransientlyWhilePolling_doNotEndTheRelease(int status) {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .afterCalls(1)
                    .times(9)
                    .status(status);
            List<Step> steps = new ArrayList<>();

            SpamIp released = account.ip()
                    .release(WORD)
                    .onProgress(progress -> steps.add(progress.step()))
                    .await();

            assertThat(released.state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(steps).contains(Step.RETRYING_POLL);
        }
    }

    @Test
    void credentialsThatExpireWhileWatching_endTheRelease() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .afterCalls(1)
                    .status(403, "INVALID_CREDENTIAL", "This credential is not valid");

            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> account.ip().release(WORD).await());
        }
    }

    @Test
    void precautionThatDoesNotHold_endsTheRelease() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            assertThatExceptionOfType(PrecautionException.class)
                    .isThrownBy(() -> account.ip().release(FORBIDDEN).await());
            assertThat(account.count(Operation.UNBLOCK)).isZero();
        }
    }

    @Test
    void progressConsumerThatThrows_endsTheRelease() {
        try (TestAccount account = TestAccount.open()) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> account.ip()
                            .release(WORD)
                            .onProgress(progress -> {
                                throw new IllegalStateException("enough");
                            })
                            .await())
                    .withMessage("enough");
        }
    }

    @Test
    void waitsGoByTheServersClock() {
        try (TestAccount account = TestAccount.open(
                emulated -> emulated, client -> client.clock(() -> TestAccount.START.minus(Duration.ofMinutes(10))))) {
            // The client's clock stands still, ten minutes behind: only the offset of /auth/time makes the hour an
            // hour.
            List<Duration> pauses = new ArrayList<>();
            WaitTimeoutException thrown = catchThrowableOfType(
                    WaitTimeoutException.class,
                    () -> account.ip()
                            .release(WORD)
                            .onProgress(progress -> pauses.add(progress.pause()))
                            .timeout(Duration.ofMinutes(30))
                            .await());

            assertThat(thrown.getMessage()).contains("the block lasts another 1 h,");
        }
    }

    @Test
    void interruptInAWait_endsItAtOnce() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        try (TestAccount account = TestAccount.open(client -> client.sleeper(duration -> {
            waiting.countDown();
            new CountDownLatch(1).await();
        }))) {
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    account.ip().release(WORD).await();
                } catch (AntispamInterruptedException e) {
                    flag.complete(Thread.currentThread().isInterrupted());
                }
            });
            thread.start();
            waiting.await();
            thread.interrupt();

            assertThat(flag.join()).isTrue();
            thread.join();
        }
    }

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
    void progress_printsALineForAPerson() {
        try (TestAccount account = TestAccount.open()) {
            List<String> lines = new ArrayList<>();

            account.ip()
                    .release(WORD)
                    .onProgress(progress -> lines.add(progress.toString()))
                    .await();

            assertThat(lines)
                    .startsWith(
                            "192.0.2.1 is blockedForSpam: waiting 1 h for the end of the block",
                            "192.0.2.1 is blockedForSpam: requesting the release",
                            "192.0.2.1 is unblocking: polling again in 5 s")
                    .endsWith("192.0.2.1 is unblocked: released");
        }
    }

    @Test
    void failureAfterTheAcceptedPost_saysThatItWasProcessed() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .afterCalls(1)
                    .status(403, "INVALID_CREDENTIAL", "This credential is not valid");

            assertThat(catchThrowableOfType(
                                    AuthenticationException.class,
                                    () -> account.ip().release(WORD).await())
                            .mayHaveBeenProcessed())
                    .isTrue();
        }
    }

    @Test
    void refusalForLongerThanTheDefaultTimeout_isWaitedFor() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.UNBLOCK)
                    .times(1)
                    .status(400, "This IP address is still blocked for 7200 seconds");

            assertThat(account.ip().release(WORD).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.waits).startsWith(Duration.ofHours(2));
        }
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
