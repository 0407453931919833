package io.github.ovhantispam.benchmarks.startup;

import io.github.ovhantispam.benchmarks.program.ClassPath;
import io.github.ovhantispam.benchmarks.program.Libraries;
import io.github.ovhantispam.benchmarks.report.Budget;
import io.github.ovhantispam.benchmarks.report.Part;
import io.github.ovhantispam.benchmarks.report.Series;
import io.github.ovhantispam.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The size of the client with all that comes with it. */
public final class ClassPathPart implements Part {

    private static final double MIB = 1024 * 1024;
    private static final Budget BUDGET = Budget.atMost(6);

    private final Path work;

    public ClassPathPart(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "class-path";
    }

    @Override
    public String figures(int forks) throws IOException {
        ClassPath client = new Libraries(work).ofClient();
        Table table = new Table("", List.of("MiB", "budget"));
        Series total = new Series();
        total.add(client.size() / MIB);
        table.row("all of it", List.of(BUDGET.judge(total, 2), BUDGET.toString()));
        for (Path jar : client.elements()) {
            table.row(
                    jar.getFileName().toString(),
                    List.of(String.format(Locale.ROOT, "%.2f", Files.size(jar) / MIB), ""));
        }
        return table.toString();
    }
}
