package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Releases that fail: the exception, and whether the release may have been processed. */
class ReleaseFailureTest {

    private static final Precaution WORD = Precaution.mailStoppedAndQueueEmptied();
    private static final Precaution FORBIDDEN = ip -> {
        throw new PrecautionException("must not run");
    };

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
}
