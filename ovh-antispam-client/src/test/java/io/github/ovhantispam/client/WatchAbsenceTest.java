package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.Operation;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are empty or shorter for a while, and what a watch makes of them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchAbsenceTest {

    private static final String ANOTHER = "203.0.113.0/24";
    private static final String ONE = "[{\"ipSpamming\":\"192.0.2.1\",\"date\":\"2026-01-01T12:00:00+00:00\","
            + "\"time\":3600,\"state\":\"blockedForSpam\"}]";

    @RegisterExtension
    final WatchScript script = new WatchScript();

    private void answersAgain() {
        script.emulator.faults().clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void listThatIsEmptyForSomePasses_isNoNews(int passes) {
        history(WatchScript.NARROW, "192.0.2.3");
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]"));
        steps.addAll(Collections.nCopies(passes - 1, WatchScript::nothing));
        steps.add(this::answersAgain);

        assertThat(script.changes(script.watch(), steps.toArray(Runnable[]::new)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void listOfBlocksThatIsEmptyForSomePasses_isNoNews(int passes) {
        history(WatchScript.NARROW, "192.0.2.3");
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> script.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[]"));
        steps.addAll(Collections.nCopies(passes - 1, WatchScript::nothing));
        steps.add(this::answersAgain);

        assertThat(script.changes(script.watch(), steps.toArray(Runnable[]::new)))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void emptyListsOfTheFirstPass_makeNoNewsOfHistory() {
        history(WatchScript.NARROW, "192.0.2.3");
        history(WatchScript.OTHER, "198.51.100.1");
        script.emulator.faults().on(Operation.LIST_BLOCKS).raw(200, Map.of(), "[]");

        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            answersAgain();
                            script.listOf(WatchScript.OTHER).raw(200, Map.of(), "[]");
                        },
                        this::answersAgain))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    /** The page before lost one, so that it moved to a page that was read already. */
    @Test
    void addressThatMovedWhileItsBlockWasRead_isNoNewsWhenItIsBack() {
        history(WatchScript.NARROW, "192.0.2.3");

        assertThat(script.changes(
                        script.watch(),
                        () -> script.listOf(WatchScript.NARROW).raw(200, Map.of("X-Pagination-Elements", "1"), ONE),
                        this::answersAgain))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    private void history(String block, String address) {
        script.emulator
                .ipBlock(block)
                .spamIp(address)
                .blockedAt(script.address.date().minusYears(3), WatchScript.HOUR)
                .unblocked();
    }

    @Test
    void blockThatVanishesAndComesBack_isNoNews_butWhatChangedMeanwhileIs() {
        script.emulator.ipBlock(ANOTHER);

        assertThat(script.changes(
                        script.watch(),
                        () -> script.emulator
                                .faults()
                                .on(Operation.LIST_BLOCKS)
                                .raw(200, Map.of(), "[\"" + ANOTHER + "\"]"),
                        WatchScript::nothing,
                        this::answersAgain,
                        () -> script.emulator
                                .faults()
                                .on(Operation.LIST_BLOCKS)
                                .raw(200, Map.of(), "[\"" + ANOTHER + "\"]"),
                        () -> {
                            answersAgain();
                            script.address.unblocked();
                        }))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
    }

    /** The wide list says that it is free, of the same block; the narrow one, which goes first, says nothing. */
    @ParameterizedTest
    @CsvSource({"1,", "2,UNBLOCKED 192.0.2.1"})
    void addressOfTwoBlocks_isBelievedToBeGoneFromOne_theSecondTime(int passes, String told) {
        script.emulator
                .ipBlock(WatchScript.WIDE)
                .spamIp("192.0.2.1")
                .blockedAt(script.address.date(), WatchScript.HOUR)
                .unblocked();
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]"));
        steps.addAll(Collections.nCopies(passes - 1, WatchScript::nothing));

        List<String> changes = script.changes(script.watch(), steps.toArray(Runnable[]::new));

        assertThat(changes.subList(1, changes.size())).isEqualTo(told == null ? List.of() : List.of(told));
        assertThat(changes).startsWith("BLOCKED 192.0.2.1");
    }

    @Test
    void doubt_survivesARestart() {
        script.emulator
                .ipBlock(WatchScript.WIDE)
                .spamIp("192.0.2.1")
                .blockedAt(script.address.date(), WatchScript.HOUR)
                .unblocked();
        script.changes(script.watch());
        script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]");

        assertThat(script.changes(script.watch().from(script.saved))).isEmpty();
        assertThat(script.changes(script.watch().from(WatchState.parse(script.saved.text()))))
                .containsExactly("UNBLOCKED 192.0.2.1");
    }

    /** What the narrow block has of the address is not known, since its state was decided by the wide one. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void addressOfTwoBlocks_isNotCalledFree_inThePassThatMissesTheOther(boolean onlyItsList) {
        EmulatedSpamIp wide = script.emulator.ipBlock(WatchScript.WIDE).spamIp("192.0.2.1");
        wide.blockedAt(script.address.date().plusMinutes(1), WatchScript.HOUR);

        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            wide.unblocked();
                            script.address.blockedAt(script.address.date().plusMinutes(2), WatchScript.HOUR);
                            if (onlyItsList) {
                                script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]");
                            } else {
                                script.emulator
                                        .faults()
                                        .on(Operation.LIST_BLOCKS)
                                        .raw(200, Map.of(), "[\"" + WatchScript.WIDE + "\"]");
                            }
                        },
                        this::answersAgain))
                .containsExactly("BLOCKED 192.0.2.1", "BLOCKED_AGAIN 192.0.2.1");
    }

    @Test
    void addressWhoseBlockIsListedInParts_isFollowed() {
        assertThat(script.changes(
                        script.watch(),
                        () -> {
                            script.emulator.ipBlock(WatchScript.NARROW).remove();
                            script.emulator
                                    .ipBlock("192.0.2.0/30")
                                    .spamIp("192.0.2.1")
                                    .blockedAt(WatchScript.START.atOffset(ZoneOffset.UTC), WatchScript.HOUR)
                                    .unblocked();
                        },
                        WatchScript::nothing))
                .containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
    }
}
