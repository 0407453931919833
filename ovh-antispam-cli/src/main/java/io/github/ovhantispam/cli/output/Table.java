package io.github.ovhantispam.cli.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows for people: columns where they fit into the width, and otherwise one field per line. Nothing is ever cut, since
 * a Message-ID without its end finds nothing.
 */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table. */
    public Table(String... titles) {
        this.titles = List.of(titles);
    }

    /** Adds a row of as many cells as there are titles; each is made printable. */
    public Table row(String... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + titles.size() + " titles");
        }
        rows.add(List.of(cells).stream().map(Printable::of).toList());
        return this;
    }

    /** Prints the table into a width. */
    public void print(Console console, int width) {
        int[] widths = new int[titles.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(column);
        }
        int total = (widths.length - 1) * GAP.length();
        for (int one : widths) {
            total += one;
        }
        if (total <= width) {
            console.line(padded(titles, widths));
            rows.forEach(row -> console.line(padded(row, widths)));
        } else {
            printFields(console);
        }
    }

    private int width(int column) {
        int widest = titles.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(
                    widest, row.get(column).codePointCount(0, row.get(column).length()));
        }
        return widest;
    }

    private static String padded(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(column == 0 ? "" : GAP).append(cell);
            if (column < widths.length - 1) {
                line.append(" ".repeat(widths[column] - cell.codePointCount(0, cell.length())));
            }
        }
        return line.toString().stripTrailing();
    }

    private void printFields(Console console) {
        int widest = titles.stream().mapToInt(String::length).max().orElse(0);
        boolean first = true;
        for (List<String> row : rows) {
            if (!first) {
                console.line("");
            }
            first = false;
            for (int column = 0; column < titles.size(); column++) {
                String title = titles.get(column);
                console.line((title + " ".repeat(widest - title.length()) + GAP + row.get(column)).stripTrailing());
            }
        }
    }
}
