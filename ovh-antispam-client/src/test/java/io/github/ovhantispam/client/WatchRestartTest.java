package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a watch saves, and how it goes on after the end of a program. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchRestartTest {

    @RegisterExtension
    final WatchScript script = new WatchScript();

    @Test
    void restart_tellsOfWhatChangedMeanwhile_andOfNothingElse() {
        EmulatedSpamIp second =
                script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").blockedFor(WatchScript.HOUR);
        assertThat(script.changes(script.watch())).hasSize(2);
        String text = script.saved.text();

        second.unblocked();
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").blockedFor(WatchScript.HOUR);

        assertThat(script.changes(script.watch().from(WatchState.parse(text))))
                .containsExactlyInAnyOrder("UNBLOCKED 192.0.2.2", "BLOCKED 198.51.100.1");
        assertThat(script.changes(script.watch().from(script.saved), WatchScript::nothing))
                .isEmpty();
    }

    @Test
    void state_isSavedBeforeAndAfterEachChange_andOtherwiseOnlyWhenASweepChangedIt() {
        script.changes(script.watch(), WatchScript::nothing, script.address::unblocked, WatchScript::nothing);

        assertThat(script.saves).isEqualTo(5); // around blocked; the first sweep has been; around unblocked
    }

    @Test
    void saverThatFails_isTheEnd_beforeTheHandlerHearsOfIt() {
        List<String> ids = new ArrayList<>();
        Watch watch = script.antispam.sweep().watch(WatchScript.INTERVAL).onState(state -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> watch.await(event -> ids.add(event.id())))
                .withMessage("the disk is full");
        assertThat(ids).isEmpty();
    }

    private void crashAfterTelling(String last) {
        AtomicBoolean told = new AtomicBoolean();
        Watch watch = script.antispam
                .sweep()
                .watch(WatchScript.INTERVAL)
                .from(script.saved)
                .onState(state -> {
                    if (told.get()) {
                        throw new IllegalStateException("the power is off");
                    }
                    script.saved = WatchState.parse(state.text());
                });
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        watch.await(event -> told.set(WatchScript.name(event).equals(last))));
    }

    @Test
    void crashAfterTelling_tellsTheSameAgain() {
        crashAfterTelling("BLOCKED 192.0.2.1");

        assertThat(WatchScript.ids(script.events(script.watch().from(script.saved))))
                .containsExactly("192.0.2.1,2026-01-01T12:00:00Z,blockedForSpam");
        assertThat(script.events(script.watch().from(script.saved))).isEmpty();
    }

    @Test
    void crashAfterTelling_ofWhatIsUndoneBeforeTheRestart_tellsOfThatToo() {
        script.changes(script.watch());
        script.address.unblocking();
        crashAfterTelling("UNBLOCKING 192.0.2.1");
        script.address.blockedAt(
                WatchScript.START.atOffset(ZoneOffset.UTC), WatchScript.HOUR); // the release came to nothing

        List<WatchNotice> events = script.events(script.watch().from(script.saved));

        assertThat(WatchScript.names(events)).containsExactly("BLOCKED 192.0.2.1");
        assertThat(((Change) events.get(0)).before().map(SpamIp::state)).contains(SpamState.UNBLOCKING);
        assertThat(script.events(script.watch().from(script.saved))).isEmpty();
    }

    @Test
    void crashAfterTelling_ofAnAddressThatIsFreeAtTheRestart_tellsThatItIsFree() {
        crashAfterTelling("BLOCKED 192.0.2.1");
        script.address.unblocked();

        assertThat(script.changes(script.watch().from(script.saved))).containsExactly("UNBLOCKED 192.0.2.1");
    }

    @Test
    void crashAfterTelling_ofAnAddressThatIsGoneAtTheRestart_tellsTheSameOnceItIsBack() {
        crashAfterTelling("BLOCKED 192.0.2.1");
        assertThat(script.saved.text()).contains("told 192.0.2.1 ");
        script.listOf(WatchScript.NARROW).raw(200, Map.of(), "[]");

        assertThat(script.changes(
                        script.watch().from(script.saved),
                        () -> script.emulator.faults().clear()))
                .containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void crashWithinTheFirstSweep_losesNothing() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").blockedFor(WatchScript.HOUR);
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").unblocked();
        List<String> told = new ArrayList<>();
        Watch first = script.antispam.sweep().watch(WatchScript.INTERVAL).onState(state -> {
            script.saved = state;
            if (!told.isEmpty()) {
                throw new IllegalStateException("the power is off");
            }
        });
        assertThatIllegalStateException().isThrownBy(() -> first.await(event -> told.add(WatchScript.name(event))));

        told.addAll(script.changes(script.watch().from(script.saved)));

        assertThat(told).containsExactlyInAnyOrder("BLOCKED 192.0.2.1", "BLOCKED 192.0.2.2");
    }

    @Test
    void failureOfTheHandler_endsTheWatch_andItsEventIsToldAgain() {
        PrecautionException failure =
                new PrecautionException("7 mails wait"); // an AntispamException, but not a sweep's

        assertThat(catchThrowable(() -> script.watch().await(event -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThat(script.saves).isEqualTo(1);
        assertThat(script.changes(script.watch().from(script.saved))).containsExactly("BLOCKED 192.0.2.1");
    }

    @Test
    void interruptInTheHandler_isTheEnd_beforeAnotherEvent() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").blockedFor(WatchScript.HOUR);
        AtomicInteger told = new AtomicInteger();

        script.run(script.watch(), event -> {
            told.incrementAndGet();
            Thread.currentThread().interrupt();
        });

        assertThat(told).hasValue(1);
        assertThat(script.changes(script.watch().from(script.saved))).hasSize(1);
    }

    /** What is free for years is no news in the first sweep, and news in every later one, also after a restart. */
    @Test
    void restart_remembersThatThereWasAFirstSweep() {
        script.changes(script.watch());
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").unblocked();

        assertThat(script.changes(script.watch().from(WatchState.parse(script.saved.text()))))
                .containsExactly("UNBLOCKED 198.51.100.1");
    }

    @Test
    void restart_remembersWhichBlocksTheFirstSweepCouldNotRead() {
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").unblocked();
        script.listOf(WatchScript.OTHER).status(500);
        script.changes(script.watch());
        script.emulator.faults().clear();

        assertThat(script.changes(script.watch().from(WatchState.parse(script.saved.text()))))
                .isEmpty();
    }

    /** What was told counts as known: a wider block that says otherwise has to wait for the one that cannot be read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void crashAfterTelling_ofAnAddressWhoseBlockCannotBeRead_tellsNothingElse(boolean free) {
        EmulatedSpamIp wide = script.emulator
                .ipBlock(WatchScript.WIDE)
                .spamIp("192.0.2.1")
                .blockedAt(script.address.date(), WatchScript.HOUR);
        EmulatedSpamIp unused = free ? wide.unblocked() : wide.unblocking();
        crashAfterTelling("BLOCKED 192.0.2.1");
        script.listOf(WatchScript.NARROW).status(500);

        assertThat(script.changes(script.watch().from(script.saved))).containsExactly("SWEEP_FAILED");
    }
}
