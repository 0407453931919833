package io.github.ovhantispam.benchmarks.emulator;

import io.github.ovhantispam.benchmarks.program.ClassPath;
import io.github.ovhantispam.benchmarks.program.Jvm;
import io.github.ovhantispam.benchmarks.program.Program;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Comparison;
import io.github.ovhantispam.benchmarks.report.Metric;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The heap of the emulator's journal, which keeps the latest requests. */
public final class JournalPart implements Part {

    private static final int HEAP = 256;
    private static final List<Integer> REQUESTS = List.of(20_000, 60_000, 120_000);
    private static final double MIB = 1024 * 1024;

    /** A twelfth of the heap for the entries, and half of that for the unexpected ones and the counts. */
    private static final Budget BUDGET = Budget.atMost(HEAP / 8.0);

    @Override
    public String name() {
        return "emulator-journal";
    }

    @Override
    public String figures(int forks) throws Exception {
        Jvm jvm = new Jvm(ClassPath.own(), "-Xmx" + HEAP + "m", "-XX:+UseSerialGC");
        Comparison comparison = new Comparison(
                List.of("the emulator's journal"),
                REQUESTS.stream()
                        .map(requests -> new Metric("live heap after " + requests + " requests, MiB", 1))
                        .toList());
        comparison.measure(forks, contender -> live(jvm));
        Table table = new Table("", List.of("budget", "measured"));
        table.row(
                "live heap after the most requests, MiB",
                List.of(BUDGET.toString(), BUDGET.judge(comparison.series(0, REQUESTS.size() - 1), 1)));
        return comparison.figures() + "\n" + table;
    }

    private static double[] live(Jvm jvm) throws IOException {
        List<String> arguments = REQUESTS.stream().map(String::valueOf).toList();
        try (Program program = new Program(jvm, JournalProgram.class, Map.of(), arguments)) {
            double[] live = new double[REQUESTS.size()];
            for (int i = 0; i < live.length; i++) {
                live[i] = program.number() / MIB;
            }
            return live;
        }
    }
}
