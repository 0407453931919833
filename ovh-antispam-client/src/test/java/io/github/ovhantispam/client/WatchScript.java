package io.github.ovhantispam.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.WatchNotice.Change;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.EmulatedSpamIp;
import io.github.ovhantispam.emulator.EmulatorClock;
import io.github.ovhantispam.emulator.FaultRule;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An account with one blocked address, and a watch on the thread of the test: between two of its sweeps comes the next
 * step of a script, after the last step its end.
 */
final class WatchScript implements AfterEachCallback {

    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration INTERVAL = Duration.ofMinutes(10);
    static final Duration HOUR = Duration.ofHours(1);
    static final String WIDE = "192.0.2.0/24";
    static final String NARROW = "192.0.2.0/28";
    static final String OTHER = "198.51.100.0/24";

    final AntispamEmulator emulator = AntispamEmulator.builder()
            .clock(EmulatorClock.startingAt(START))
            .transition(Transition.after(Duration.ofDays(30)))
            .start();
    final AntispamClient antispam = client(new AntispamListener() {});
    final EmulatedSpamIp address = emulator.ipBlock(NARROW).spamIp("192.0.2.1");

    final Thread test = Thread.currentThread();
    final Queue<Runnable> steps = new ArrayDeque<>();
    final List<Duration> pauses = new ArrayList<>();
    WatchState saved = WatchState.empty();
    int saves;

    WatchScript() {
        address.blockedFor(HOUR);
    }

    AntispamClient client(AntispamListener listener) {
        return AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(this::sleep)
                .listener(listener)
                .build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        antispam.close();
        emulator.close();
    }

    /** Between two sweeps of a watch on the test's own thread, the next step; after the last, the end of the watch. */
    private void sleep(Duration duration) throws InterruptedException {
        emulator.clock().sleep(duration);
        if (!Thread.currentThread().equals(test) || duration.compareTo(Duration.ofSeconds(20)) < 0) {
            return; // between two requests
        }
        pauses.add(duration);
        Runnable step = steps.poll();
        if (step == null) {
            throw new InterruptedException("the test is over");
        }
        step.run();
    }

    Watch watch() {
        return antispam.sweep().watch(INTERVAL).onState(this::save);
    }

    void save(WatchState state) {
        saved = state;
        saves++;
    }

    /** What a watch tells that makes one sweep more than there are steps. */
    List<WatchNotice> events(Watch watch, Runnable... between) {
        List<WatchNotice> events = new ArrayList<>();
        run(watch, events::add, between);
        return events;
    }

    void run(Watch watch, Consumer<WatchNotice> handler, Runnable... between) {
        steps.addAll(List.of(between));
        assertThatExceptionOfType(AntispamInterruptedException.class).isThrownBy(() -> watch.await(handler));
        assertThat(Thread.interrupted()).isTrue();
    }

    List<String> changes(Watch watch, Runnable... between) {
        return names(events(watch, between));
    }

    static List<String> names(List<WatchNotice> events) {
        return events.stream().map(WatchScript::name).toList();
    }

    static String name(WatchNotice event) {
        return event instanceof Change change
                ? change.kind() + " " + change.finding().spamIp().ipSpamming()
                : "SWEEP_FAILED";
    }

    static List<String> ids(List<WatchNotice> events) {
        return events.stream().map(WatchNotice::id).toList();
    }

    static void nothing() {}

    FaultRule listOf(String block) {
        return emulator.faults()
                .on(Operation.LIST_SPAM)
                .when(request -> request.parameter("ip").orElse("").equals(block));
    }
}
