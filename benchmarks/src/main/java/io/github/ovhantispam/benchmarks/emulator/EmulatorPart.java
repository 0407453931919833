package io.github.ovhantispam.benchmarks.emulator;

import io.github.ovhantispam.benchmarks.report.Part;

/** The emulator beside WireMock, in rounds of its own: all of them in this JVM. */
public final class EmulatorPart implements Part {

    @Override
    public String name() {
        return "emulator";
    }

    @Override
    public String figures(int forks) {
        return EmulatorBenchmark.figures(2 * forks);
    }
}
