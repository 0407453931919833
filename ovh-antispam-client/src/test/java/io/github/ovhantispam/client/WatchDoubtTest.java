package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.client.WatchNotice.SweepFailed;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.Operation;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watch makes of answers that are old, missing, or contradict each other. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchDoubtTest {

    @RegisterExtension
    final WatchScript script = new WatchScript();

    @Test
    void earlierDateInTheSameState_isAnOldAnswer() {
        OffsetDateTime date = script.address.date();

        assertThat(script.changes(
                        script.watch(),
                        () -> script.address.blockedAt(date.minusDays(1), WatchScript.HOUR),
                        () -> script.address.blockedAt(date, WatchScript.HOUR)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void blockThatCannotBeRead_keepsWhatWasKnownOfIt() {
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").blockedFor(WatchScript.HOUR);

        List<WatchNotice> events = script.events(
                script.watch(),
                () -> {
                    script.listOf(WatchScript.NARROW).status(500);
                    script.address.unblocked();
                    script.emulator
                            .ipBlock(WatchScript.OTHER)
                            .spamIp("198.51.100.1")
                            .unblocked();
                },
                () -> script.emulator.faults().clear());

        assertThat(WatchScript.names(events).subList(2, 5))
                .containsExactly("UNBLOCKED 198.51.100.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
        SweepFailed failed = (SweepFailed) events.get(3);
        assertThat(failed.cause()).isEmpty();
        assertThat(failed.blocks())
                .extracting(failure -> failure.block().toString())
                .containsExactly(WatchScript.NARROW);
        assertThat(failed.toString()).contains("1 blocks could not be read, the first is 192.0.2.0/28: ");
    }

    @Test
    void blockThatTheFirstSweepCouldNotRead_hasItsHistoryAllTheSame() {
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").unblocked();
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.2").blockedFor(WatchScript.HOUR);
        script.listOf(WatchScript.OTHER).status(500);

        assertThat(script.changes(
                        script.watch(),
                        WatchScript::nothing,
                        () -> script.emulator.faults().clear(),
                        () -> script.emulator
                                .ipBlock(WatchScript.OTHER)
                                .spamIp("198.51.100.3")
                                .unblocked()))
                .containsExactly(
                        "BLOCKED 192.0.2.1",
                        "SWEEP_FAILED",
                        "SWEEP_FAILED",
                        "BLOCKED 198.51.100.2",
                        "UNBLOCKED 198.51.100.3");
    }

    @Test
    void firstSweepsThatFail_takeNoHistoryForNews() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.3").unblocked();
        script.emulator.faults().on(Operation.LIST_BLOCKS).status(500);

        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            script.emulator.faults().clear();
                            script.emulator.faults().on(Operation.LIST_SPAM).status(403, "INVALID_CREDENTIAL", "no");
                        },
                        () -> script.emulator.faults().clear()))
                .containsExactly("SWEEP_FAILED", "SWEEP_FAILED", "BLOCKED 192.0.2.1");
    }

    @Test
    void addressOfTwoBlocks_isToldOnce_withTheLaterDate() {
        EmulatedSpamIp wide = script.emulator.ipBlock(WatchScript.WIDE).spamIp("192.0.2.1");
        wide.blockedAt(script.address.date().minusDays(1), WatchScript.HOUR).unblocked();

        List<WatchNotice> events = script.events(
                script.watch(), WatchScript::nothing, wide::reoffends, WatchScript::nothing, script.address::unblocked);

        assertThat(WatchScript.names(events)).containsExactly("BLOCKED 192.0.2.1", "BLOCKED_AGAIN 192.0.2.1");
        assertThat(events)
                .extracting(event -> ((Change) event).finding().block().toString())
                .containsExactly(WatchScript.NARROW, WatchScript.WIDE);
    }

    @Test
    void addressOfTwoBlocks_withOneDate_hasTheStateOfTheNarrowerBlock() {
        EmulatedSpamIp wide = script.emulator.ipBlock(WatchScript.WIDE).spamIp("192.0.2.1");
        wide.blockedAt(script.address.date(), WatchScript.HOUR);

        assertThat(script.changes(script.watch(), wide::unblocked, script.address::unblocked))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
    }

    @Test
    void addressOfTwoBlocks_doesNotGoBackToTheOther_whileItsOwnCannotBeRead() {
        script.emulator
                .ipBlock(WatchScript.WIDE)
                .spamIp("192.0.2.1")
                .blockedAt(script.address.date(), WatchScript.HOUR);
        script.address.unblocked();

        assertThat(script.changes(
                        script.watch(),
                        () -> script.listOf(WatchScript.NARROW).status(500),
                        () -> script.emulator
                                .ipBlock(WatchScript.WIDE)
                                .spamIp("192.0.2.1")
                                .reoffends(),
                        () -> script.emulator.faults().clear()))
                .containsExactly("SWEEP_FAILED", "BLOCKED_AGAIN 192.0.2.1", "SWEEP_FAILED");
    }

    @Test
    void addressOfTwoBlocks_isKeptAsLongAsOneOfThemCannotBeRead() {
        script.emulator.ipBlock(WatchScript.WIDE);

        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            script.listOf(WatchScript.WIDE).status(500);
                            script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]");
                        },
                        () -> script.emulator.faults().clear()))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED");
    }

    private static String spam(String date, String state) {
        return spam(date, state, 3600);
    }

    private static String spam(String date, String state, long time) {
        return "{\"ipSpamming\":\"192.0.2.1\",\"date\":\"" + date + "\",\"time\":" + time + ",\"state\":\"" + state
                + "\"}";
    }

    private void answers(String... elements) {
        script.listOf(WatchScript.NARROW)
                .raw(
                        200,
                        Map.of("X-Pagination-Elements", String.valueOf(elements.length)),
                        '[' + String.join(",", elements) + ']');
    }

    private void answersAgain() {
        script.emulator.faults().clear();
    }

    /** It would be taken for the end of a block that goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"unblocked", "unblocking"})
    void earlierDate_inAnotherState_isAnOldAnswer(String state) {
        script.address.unblocked();

        assertThat(script.changes(
                        script.watch(),
                        script.address::reoffends,
                        () -> answers(spam("2026-01-01T12:00:00+00:00", state)),
                        this::answersAgain))
                .containsExactly("BLOCKED_AGAIN 192.0.2.1");
    }

    @Test
    void earlierDate_butBlocked_isTold() {
        script.address.unblocked();

        assertThat(script.changes(
                        script.watch(),
                        () -> script.address.reoffends().unblocked(),
                        () -> answers(spam("2026-01-01T12:00:00+00:00", "blockedForSpam"))))
                .containsExactly("UNBLOCKED 192.0.2.1", "BLOCKED 192.0.2.1");
    }

    @Test
    void dateOfTheFuture_doesNotHideWhatComesLater() {
        assertThat(script.changes(
                        script.watch(),
                        () -> answers(spam("2036-01-01T12:00:00+00:00", "blockedForSpam")),
                        this::answersAgain,
                        script.address::unblocked,
                        script.address::reoffends))
                .containsExactly(
                        "BLOCKED 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1",
                        "UNBLOCKED 192.0.2.1",
                        "BLOCKED_AGAIN 192.0.2.1");
    }

    /** The later block counts, and of the same block that it goes on. */
    @ParameterizedTest
    @ValueSource(ints = {12, 13})
    void listThatHasAnAddressTwice_isNotBelievedThatItIsFree(int hour) {
        String free = spam("2026-01-01T12:00:00+00:00", "unblocked");
        String blocked = spam("2026-01-01T" + hour + ":00:00+00:00", "blockedForSpam");
        List<String> expected =
                hour == 12 ? List.of("BLOCKED 192.0.2.1") : List.of("BLOCKED 192.0.2.1", "BLOCKED_AGAIN 192.0.2.1");

        assertThat(script.changes(script.watch(), () -> answers(free, blocked), () -> {
                    answersAgain();
                    answers(blocked, free);
                }))
                .isEqualTo(expected);
    }

    @Test
    void longestTime_isSavedAndReadBack() {
        script.events(
                script.watch(), () -> answers(spam("2026-01-01T12:00:00+00:00", "blockedForSpam", Long.MAX_VALUE)));

        assertThat(WatchState.parse(script.saved.text()).text()).contains(" 9223372036854775807 ");
    }

    /** The wide one, whose list is of another age, says that it is free; the narrow one says for a sweep nothing. */
    @Test
    void addressOfTwoBlocks_isNotCalledFree_whileOneOfThemMissesIt() {
        script.emulator
                .ipBlock(WatchScript.WIDE)
                .spamIp("192.0.2.1")
                .blockedAt(script.address.date().minusDays(1), WatchScript.HOUR)
                .unblocked();

        assertThat(script.changes(script.watch(), this::answers, this::answersAgain))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void newAddressOfTwoBlocks_isNotCalledFree_whileOneOfThemCannotBeRead() {
        script.emulator.ipBlock(WatchScript.WIDE);

        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            script.emulator
                                    .ipBlock(WatchScript.WIDE)
                                    .spamIp("192.0.2.2")
                                    .blockedAt(script.address.date(), WatchScript.HOUR)
                                    .unblocked();
                            script.emulator
                                    .ipBlock(WatchScript.NARROW)
                                    .spamIp("192.0.2.2")
                                    .blockedAt(script.address.date().plusHours(1), WatchScript.HOUR);
                            script.listOf(WatchScript.NARROW).status(500);
                        },
                        this::answersAgain))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "BLOCKED 192.0.2.2");
    }

    /** A server that lags behind and catches up: the alarm is told, and what comes after it is as old as before. */
    @Test
    void oldAlarm_doesNotMakeTheNextOldAnswerCurrent() {
        assertThat(script.changes(
                        script.watch(),
                        () -> answersOnly(spam("2026-01-01T13:00:00+00:00", "unblocking")),
                        () -> answersOnly(spam("2026-01-01T12:00:00+00:00", "blockedForSpam")),
                        () -> answersOnly(spam("2026-01-01T12:00:00+00:00", "unblocked"))))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKING 192.0.2.1", "BLOCKED 192.0.2.1");
    }

    private void answersOnly(String... elements) {
        answersAgain();
        answers(elements);
    }

    @Test
    void freeWithADateOfTheFuture_isNotBelieved() {
        String impossible = spam("2036-01-01T12:00:00+00:00", "unblocked");

        assertThat(script.changes(
                        script.watch(),
                        () -> answersOnly(impossible),
                        () -> answersOnly(impossible, spam("2026-01-01T12:00:00+00:00", "blockedForSpam")),
                        this::answersAgain,
                        script.address::unblocked))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
    }

    @Test
    void freeWithADateOfTheFuture_inAWiderBlock_doesNotHideTheNarrowOne() {
        script.emulator.ipBlock(WatchScript.WIDE);

        assertThat(script.changes(
                        script.watch(),
                        () -> script.listOf(WatchScript.WIDE)
                                .raw(
                                        200,
                                        Map.of("X-Pagination-Elements", "1"),
                                        '[' + spam("2036-01-01T12:00:00+00:00", "unblocked") + ']'),
                        script.address::reoffends))
                .containsExactly("BLOCKED 192.0.2.1", "BLOCKED_AGAIN 192.0.2.1");
    }

    @Test
    void addressOfABlockThatIsReadInPart_isNotCalledFree() {
        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            script.listOf(WatchScript.NARROW).afterCalls(1).status(500);
                            script.listOf(WatchScript.NARROW)
                                    .raw(
                                            200,
                                            Map.of("X-Pagination-Elements", "2"),
                                            '[' + spam("2026-01-01T12:00:00+00:00", "unblocked") + ']');
                        },
                        () -> {
                            answersAgain();
                            script.address.unblocked();
                        }))
                .containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "UNBLOCKED 192.0.2.1");
    }
}
