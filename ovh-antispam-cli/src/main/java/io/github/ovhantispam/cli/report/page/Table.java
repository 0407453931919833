package io.github.ovhantispam.cli.report.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A table of the page. Its roles are written out, because a browser may forget them where the style sheet turns rows
 * into cards on a narrow screen; each cell carries its column's name for the same purpose.
 */
final class Table {

    private final Html html;
    private final List<String> columns;

    private Table(Html html, List<String> columns) {
        this.html = html;
        this.columns = columns;
    }

    /** Begins a table whose first column holds the names of the rows. */
    static Table begin(Html html, String kind, String caption, List<String> columns) {
        html.open("table", "class", kind, "role", "table").element("caption", caption);
        html.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (String column : columns) {
            html.element("th", column, "scope", "col", "role", "columnheader");
        }
        html.close().close().open("tbody", "role", "rowgroup");
        return new Table(html, columns);
    }

    /** Writes a row, one cell for each column. */
    void row(List<Consumer<Html>> cells) {
        html.open("tr", "role", "row");
        for (int i = 0; i < cells.size(); i++) {
            boolean heading = i == 0;
            if (heading) {
                html.open("th", "scope", "row", "role", "rowheader", "data-label", columns.get(i));
            } else {
                html.open("td", "role", "cell", "data-label", columns.get(i));
            }
            cells.get(i).accept(html);
            html.close();
        }
        html.close();
    }

    void end() {
        html.close().close();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
