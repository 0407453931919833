package io.github.ovhantispam.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class Table {

    private final StringBuilder text = new StringBuilder();

    public Table(String corner, List<String> columns) {
        row(corner, columns);
        text.append("|---".repeat(columns.size() + 1)).append("|\n");
    }

    public void row(String title, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| " + title + " | ", " |\n")));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
