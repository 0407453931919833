package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ovhantispam.client.ReleaseProgress.Step;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Releases that succeed: their requests, their waits and their progress. */
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
    void sameBlockAfterTheAcceptedPost_isALaggingAnswer() {
        try (TestAccount account = TestAccount.open().unblockable()) {
            account.emulator
                    .faults()
                    .on(Operation.GET_SPAM)
                    .afterCalls(1)
                    .times(2)
                    .raw(
                            200,
                            Map.of("Content-Type", "application/json"),
                            "{\"ipSpamming\":\"192.0.2.1\",\"state\":\"blockedForSpam\",\"time\":3600,\"date\":\"2026-01-01T10:00:00+00:00\"}");

            assertThat(account.ip().release(WORD).await().state()).isEqualTo(SpamState.UNBLOCKED);
            assertThat(account.address.acceptedUnblocks()).isEqualTo(1);
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
}
