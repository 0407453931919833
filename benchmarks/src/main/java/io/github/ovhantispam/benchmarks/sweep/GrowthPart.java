package io.github.ovhantispam.benchmarks.sweep;

import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.report.Series;
import io.github.ovhantispam.benchmarks.report.Table;
import io.github.ovhantispam.benchmarks.server.EmulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The growth of a sweep's cost with the account, in a JVM that has little room. */
public final class GrowthPart implements Part {

    private static final List<Integer> BLOCKS = List.of(100, 1_000, 10_000, 100_000);
    private static final double KIB = 1024;
    private static final double MIB = KIB * KIB;
    private static final Budget LIVE = Budget.atMost(4);
    private static final Budget ALLOCATION = Budget.atMost(16);
    private static final int ALLOCATION_METRIC = 3;
    private static final int LIVE_METRIC = 5;

    private final Path work;

    public GrowthPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String figures(int forks) throws Exception {
        // The serial collector counts what lives to the byte, the others by regions.
        Jvm jvm = new Jvm(new Libraries(work).ofPrograms(), "-Xmx96m", "-XX:+UseSerialGC");
        Comparison comparison = new Comparison(
                BLOCKS.stream()
                        .map(blocks -> String.format(Locale.ROOT, "%,d blocks", blocks))
                        .toList(),
                List.of(
                        new Metric("requests", 0),
                        new Metric("seconds", 2),
                        new Metric("allocation, MiB", 1),
                        new Metric("allocation per block, KiB", 1),
                        new Metric("the list of the blocks, MiB", 2),
                        new Metric("live heap beside the list, MiB", 2)));
        List<EmulatorProcess> emulators = new ArrayList<>();
        try {
            for (int blocks : BLOCKS) {
                emulators.add(EmulatorProcess.withBlocks(blocks, Duration.ZERO));
            }
            comparison.measure(forks, contender -> sweep(jvm, emulators.get(contender), BLOCKS.get(contender)));
        } finally {
            emulators.forEach(EmulatorProcess::close);
        }
        return comparison.figures() + "\n" + budget(comparison);
    }

    private static double[] sweep(Jvm jvm, EmulatorProcess emulator, int blocks) throws IOException {
        List<String> arguments =
                Stream.of(blocks, emulator.addresses()).map(String::valueOf).toList();
        try (Program program = new Program(jvm, GrowthProgram.class, emulator.environment(), arguments)) {
            program.line();
            emulator.requests();
            program.nudge();
            double seconds = program.number();
            double requests = emulator.requests();
            double allocated = program.number();
            double live = program.number();
            double list = program.number();
            return new double[] {
                requests, seconds, allocated / MIB, allocated / blocks / KIB, list / MIB, (live - list) / MIB
            };
        }
    }

    private static Table budget(Comparison comparison) {
        Series live = comparison.series(BLOCKS.size() - 1, LIVE_METRIC);
        Series allocation = comparison.series(BLOCKS.size() - 1, ALLOCATION_METRIC);
        Table table = new Table("", List.of("budget", "measured"));
        table.row("live heap beside the list of the most blocks, MiB", List.of(LIVE.toString(), LIVE.judge(live, 2)));
        table.row(
                "allocation per block of the most blocks, KiB",
                List.of(ALLOCATION.toString(), ALLOCATION.judge(allocation, 1)));
        return table;
    }
}
