package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Times and counts the client's requests with Micrometer, on an emulator that fails now and then. */
public final class MicrometerMetrics {

    private MicrometerMetrics() {}

    /**
     * Runs a few calls and prints what was measured.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        MeterRegistry registry = new SimpleMeterRegistry();
        try (AntispamEmulator emulator = AntispamEmulator.start();
                AntispamClient antispam = AntispamClient.builder()
                        .environment(emulator.environment())
                        .clock(emulator.clock())
                        .sleeper(emulator.clock()::sleep)
                        .listener(new MicrometerListener(registry))
                        .build()) {
            emulator.seedGuide();
            emulator.faults().on(Operation.GET_SPAM).times(1).status(503);
            emulator.faults().on(Operation.LIST_BLOCKS).times(1).resetAfterProcessing();

            antispam.locate("122.122.122.122").get();
        }
        registry.getMeters().stream()
                .map(meter -> meter.getId().getName()
                        + ' '
                        + meter.getId().getTags()
                        + ' '
                        + meter.measure().iterator().next().getValue())
                .sorted()
                .forEach(System.out::println);
    }

    /** Feeds a registry. Routes and not paths name the meters, or each address would make one of its own. */
    private static final class MicrometerListener implements AntispamListener {

        private final MeterRegistry registry;

        MicrometerListener(MeterRegistry registry) {
            this.registry = registry;
        }

        @Override
        public void requestAnswered(Request request, Answer answer) {
            time(request, String.valueOf(answer.statusCode()), answer.elapsed());
        }

        @Override
        public void requestFailed(Request request, AntispamException failure, Duration elapsed) {
            time(request, failure.getClass().getSimpleName(), elapsed);
        }

        @Override
        public void requestRetried(Request request, Duration pause, AntispamException because) {
            registry.counter("antispam.retries", "method", request.method(), "route", request.route())
                    .increment();
        }

        private void time(Request request, String outcome, Duration elapsed) {
            Timer.builder("antispam.requests")
                    .tag("method", request.method())
                    .tag("route", request.route())
                    .tag("outcome", outcome)
                    .register(registry)
                    .record(elapsed);
        }
    }
}
