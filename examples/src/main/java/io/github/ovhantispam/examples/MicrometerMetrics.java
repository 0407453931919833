package io.github.ovhantispam.examples;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.micrometer.AntispamMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

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
                        .listener(AntispamMetrics.of(registry))
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
}
