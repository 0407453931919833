package io.github.ovhantispam.benchmarks;

/** The emulator beside WireMock, in rounds of its own: all of them in this JVM. */
final class EmulatorPart implements Part {

    @Override
    public String name() {
        return "emulator";
    }

    @Override
    public String figures(int forks) {
        return EmulatorBenchmark.figures(2 * forks);
    }
}
