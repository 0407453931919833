package io.github.ovhantispam.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.ServerException;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is measured of requests that succeed, fail and are sent again. */
@ExtendWith(AntispamEmulatorExtension.class)
class AntispamMeteringTest {

    private final AntispamEmulator emulator;

    AntispamMeteringTest(AntispamEmulator emulator) {
        this.emulator = emulator;
    }

    @BeforeEach
    void seed() {
        emulator.seedGuide();
        emulator.faults().on(Operation.GET_SPAM).times(1).status(503);
        emulator.faults().on(Operation.LIST_BLOCKS).times(1).resetAfterProcessing();
    }

    @Test
    void metrics_ofFailuresAndRetries_areNamedByRoute() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        findOne(AntispamMetrics.of(registry));

        assertThat(registry.getMeters().stream().map(meter -> line(meter.getId(), count(meter))))
                .contains(
                        "antispam.retries GET /ip 1",
                        "antispam.requests GET AntispamIOException /ip 1",
                        "antispam.requests GET 200 /ip 1",
                        "antispam.requests GET 503 /ip/{ip}/spam/{ipSpamming} 1",
                        "antispam.requests GET 200 /ip/{ip}/spam/{ipSpamming} 1")
                .noneMatch(line -> line.contains("122.122"));
    }

    @Test
    void observations_inATrace_areNamedByMethodAndRoute() {
        List<String> seen = new CopyOnWriteArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new Recorder(seen));

        findOne(AntispamObservations.of(registry));

        assertThat(seen)
                .containsSubsequence("GET /ip error=AntispamIOException", "GET /ip error=null")
                .contains("GET /ip/{ip}/spam/{ipSpamming} error=null");
    }

    @Test
    void observations_withAMeterHandler_areTimers() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        findOne(AntispamObservations.of(registry));

        assertThat(meters.get("antispam.requests")
                        .tags("route", "/ip/{ip}/spam/{ipSpamming}", "outcome", "503", "resend", "false")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("antispam.requests")
                        .tags("route", "/ip/{ip}/spam/{ipSpamming}", "outcome", "200", "resend", "true")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("antispam.requests")
                        .tags("route", "/ip", "outcome", "AntispamIOException", "error", "AntispamIOException")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("antispam.requests.active").longTaskTimers())
                .as("every observation was stopped")
                .allMatch(timer -> timer.activeTasks() == 0);
    }

    @Test
    void observations_ofAnAnswerWithoutAStart_areIgnored() {
        AntispamObservations listener = AntispamObservations.of(ObservationRegistry.create());

        listener.responseReceived(
                new AntispamListener.Request("GET", "/ip", 1), new AntispamListener.Response(200, "x", Duration.ZERO));

        assertThat(listener).isNotNull();
    }

    @Test
    void observations_whenTheServerFailsForGood_areMadeOfEachAttempt() {
        emulator.faults().clear();
        emulator.faults().on(Operation.LIST_BLOCKS).status(500);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        assertThatExceptionOfType(ServerException.class).isThrownBy(() -> findOne(AntispamObservations.of(registry)));

        assertThat(meters.get("antispam.requests").tags("outcome", "500").timers().stream()
                        .mapToLong(Timer::count)
                        .sum())
                .isEqualTo(4);
    }

    private void findOne(AntispamListener listener) {
        try (AntispamClient antispam = AntispamClient.builder()
                .environment(emulator.environment())
                .clock(emulator.clock())
                .sleeper(emulator.clock()::sleep)
                .listener(listener)
                .build()) {
            antispam.locate("122.122.122.122").stats();
        }
    }

    private static long count(Meter meter) {
        return (long) meter.measure().iterator().next().getValue();
    }

    private static String line(Meter.Id id, long count) {
        return id.getName()
                + ' '
                + String.join(" ", id.getTags().stream().map(Tag::getValue).toList())
                + ' '
                + count;
    }

    /** Keeps a line about each observation that has ended. */
    private static final class Recorder implements ObservationHandler<Observation.Context> {

        private final List<String> lines;

        Recorder(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void onStop(Observation.Context context) {
            Throwable error = context.getError();
            lines.add(context.getContextualName() + " error="
                    + (error == null ? null : error.getClass().getSimpleName()));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
