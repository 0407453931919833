package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ovhantispam.emulator.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A watch that a scheduler begins anew for each sweep. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WatchOnceTest {

    @RegisterExtension
    final WatchScript script = new WatchScript();

    private final List<String> told = new ArrayList<>();

    private WatchState once(WatchState state) {
        return script.antispam
                .sweep()
                .watch(WatchScript.INTERVAL)
                .from(state)
                .once(notice -> told.add(WatchScript.name(notice)));
    }

    @Test
    void once_tellsOfOneSweep_andReturnsWhatTheNextOneGoesOnFrom() {
        WatchState first = once(WatchState.empty());
        assertThat(told).containsExactly("BLOCKED 192.0.2.1");
        assertThat(first).hasToString("WatchState[1 addresses]");

        WatchState second = once(WatchState.parse(first.text()));
        assertThat(told).hasSize(1);
        assertThat(second.text()).isEqualTo(first.text());

        script.address.unblocked();
        once(WatchState.parse(second.text()));
        assertThat(told).containsExactly("BLOCKED 192.0.2.1", "UNBLOCKED 192.0.2.1");
        assertThat(script.pauses).isEmpty();
    }

    @Test
    void once_returnsWhatAFailedSweepCouldRead() {
        script.emulator.ipBlock(WatchScript.OTHER).spamIp("198.51.100.1").blockedFor(WatchScript.HOUR);
        script.listOf(WatchScript.OTHER).status(500);
        WatchState first = once(WatchState.empty());
        script.emulator.faults().clear();
        script.emulator.faults().on(Operation.LIST_BLOCKS).status(500);
        WatchState second = once(first);
        script.emulator.faults().clear();
        once(second);

        assertThat(told).containsExactly("BLOCKED 192.0.2.1", "SWEEP_FAILED", "SWEEP_FAILED", "BLOCKED 198.51.100.1");
    }

    @Test
    void once_throwsWhatTheHandlerThrows_andOnStateHasWhatWasToldBefore() {
        script.emulator.ipBlock(WatchScript.NARROW).spamIp("192.0.2.2").blockedFor(WatchScript.HOUR);

        assertThatIllegalStateException()
                .isThrownBy(() -> script.watch().once(notice -> {
                    told.add(WatchScript.name(notice));
                    if (told.size() == 2) {
                        throw new IllegalStateException("no mail today");
                    }
                }))
                .withMessage("no mail today");
        String last = told.get(1);
        once(script.saved);

        assertThat(told.subList(2, told.size())).containsExactly(last);
    }

    @Test
    void once_onAnInterruptedThread_tellsNothing() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(AntispamInterruptedException.class).isThrownBy(() -> once(WatchState.empty()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void nulls_areNamed() {
        Watch watch = script.watch();

        assertThatNullPointerException().isThrownBy(() -> watch.once(null)).withMessage("handler");
        assertThatNullPointerException().isThrownBy(() -> watch.await(null)).withMessage("handler");
        assertThatNullPointerException().isThrownBy(() -> watch.start(null)).withMessage("handler");
        assertThatNullPointerException().isThrownBy(() -> watch.from(null)).withMessage("state");
        assertThatNullPointerException().isThrownBy(() -> watch.onState(null)).withMessage("saver");
        assertThatNullPointerException().isThrownBy(() -> watch.store(null)).withMessage("store");
        assertThatNullPointerException().isThrownBy(() -> WatchStore.file(null)).withMessage("file");
        assertThatNullPointerException()
                .isThrownBy(() -> script.antispam.sweep().watch(null))
                .withMessage("interval");
    }
}
