package io.github.ovhantispam.benchmarks.sweep;

import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.report.Table;
import io.github.ovhantispam.benchmarks.server.EmulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A sweep of an account of some size, by a server that takes as long as one that is far away. */
public final class SweepPart implements Part {

    private static final int BLOCKS = 537;
    private static final int CONCURRENCY = 8;
    private static final int BATCH = 50;
    private static final Duration LATENCY = Duration.ofMillis(40);

    private static final int SECONDS = 0;
    private static final int SECONDS_AGAIN = 1;
    private static final int REQUESTS = 2;

    private final Path work;

    public SweepPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public String figures(int forks) throws Exception {
        Jvm jvm = new Jvm(new Libraries(work).ofPrograms());
        Comparison comparison = new Comparison(
                List.of("block by block", "batches of " + BATCH),
                List.of(
                        new Metric("seconds, the first of a JVM", 3),
                        new Metric("seconds, again", 3),
                        new Metric("requests of the first", 0)));
        try (EmulatorProcess emulator = EmulatorProcess.withBlocks(BLOCKS, LATENCY)) {
            comparison.measure(forks, contender -> sweep(jvm, emulator, contender == 0 ? 1 : BATCH));
        }
        return comparison.figures() + "\n" + budgets(comparison);
    }

    private static double[] sweep(Jvm jvm, EmulatorProcess emulator, int batch) throws IOException {
        List<String> arguments = Stream.of(emulator.addresses(), CONCURRENCY, batch)
                .map(String::valueOf)
                .toList();
        try (Program program = new Program(jvm, SweepProgram.class, emulator.environment(), arguments)) {
            double seconds = program.number();
            double requests = emulator.requests();
            program.nudge();
            double again = program.number();
            emulator.requests();
            return new double[] {seconds, again, requests};
        }
    }

    private static Table budgets(Comparison comparison) {
        int turns = (BLOCKS + CONCURRENCY - 1) / CONCURRENCY;
        double least = turns * LATENCY.toMillis() / 1e3;
        String over = String.format(Locale.ROOT, "block by block over %d x %d ms", turns, LATENCY.toMillis());
        Budget first = Budget.atMost(1.15);
        Budget again = Budget.atMost(1.03);
        Budget requests = Budget.atMost(14);
        Table table = new Table("", List.of("budget", "measured"));
        table.row(
                over + ", the first of a JVM",
                List.of(
                        first.toString(),
                        first.judge(comparison.series(0, SECONDS).over(least), 3)));
        table.row(
                over + ", again",
                List.of(
                        again.toString(),
                        again.judge(comparison.series(0, SECONDS_AGAIN).over(least), 3)));
        table.row(
                "requests in batches", List.of(requests.toString(), requests.judge(comparison.series(1, REQUESTS), 0)));
        return table;
    }
}
