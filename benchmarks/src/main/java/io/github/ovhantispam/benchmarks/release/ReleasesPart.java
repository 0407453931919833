package io.github.ovhantispam.benchmarks.release;

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
import java.util.List;

/** The cost of many releases that wait at the same time. */
public final class ReleasesPart implements Part {

    private static final int RELEASES = 10_000;
    private static final int BLOCKS = 1_000;
    private static final double KIB = 1024;

    private final Path work;

    /**
     * Nothing is measured yet.
     *
     * @param work where to pack what goes on a class path
     */
    public ReleasesPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "releases";
    }

    @Override
    public String figures(int forks) throws Exception {
        // The serial collector counts what lives to the byte, the others by regions.
        Jvm jvm = new Jvm(new Libraries(work).ofPrograms(), "-Xmx256m", "-XX:+UseSerialGC");
        Comparison comparison = new Comparison(
                List.of("10,000 releases under way"),
                List.of(
                        new Metric("seconds until all wait", 2),
                        new Metric("live heap per release, KiB", 2),
                        new Metric("threads of the client", 0),
                        new Metric("threads that a release holds", 0)));
        try (EmulatorProcess emulator = EmulatorProcess.withBlocked(BLOCKS, RELEASES)) {
            comparison.measure(forks, contender -> releases(jvm, emulator));
        }
        Budget heap = Budget.atMost(4);
        Budget threads = Budget.atMost(0);
        Table table = new Table("", List.of("budget", "measured"));
        table.row("live heap per release, KiB", List.of(heap.toString(), heap.judge(comparison.series(0, 1), 2)));
        table.row(
                "threads that a release holds", List.of(threads.toString(), threads.judge(comparison.series(0, 3), 0)));
        return comparison.figures() + "\n" + table;
    }

    private static double[] releases(Jvm jvm, EmulatorProcess emulator) throws IOException {
        List<String> arguments = List.of(String.valueOf(RELEASES));
        try (Program program = new Program(jvm, ReleasesProgram.class, emulator.environment(), arguments)) {
            double seconds = program.number();
            double bytes = program.number();
            double threads = program.number();
            double holding = program.number();
            emulator.requests();
            return new double[] {seconds, bytes / RELEASES / KIB, threads, holding};
        }
    }
}
