package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedTrace;
import io.github.ovhantispam.cli.report.ReportedTrace.Culprit;
import java.util.List;

/** The part of the page that names who handed the mails in, where logs were read. */
final class TraceSection {

    private final Report report;

    TraceSection(Report report) {
        this.report = report;
    }

    void write(Html html) {
        if (report.trace().isEmpty()) {
            return;
        }
        ReportedTrace trace = report.trace().get();
        html.open("section", "aria-labelledby", "trace").element("h2", "Who handed the mails in", "id", "trace");
        Shortened<Culprit> culprits = Shortened.of(trace.culprits());
        if (culprits.all().isEmpty()) {
            html.element("p", "The logs do not name anybody.", "class", "note");
        } else {
            Table table = Table.begin(
                    html,
                    "cards",
                    "Found in the logs of the mail server",
                    List.of("Who", "Mails", "Still in the queue"));
            for (Culprit culprit : culprits.shown()) {
                table.row(List.of(
                        cell -> cell.outside(culprit.name()),
                        cell -> cell.text(Table.number(culprit.mails())),
                        cell -> cell.text(Table.number(culprit.unfinished()))));
            }
            table.end();
            culprits.writeRest(html, "more are left out of this table.");
        }
        if (trace.missing() > 0) {
            html.element(
                    "p",
                    "Message-IDs that are not in these logs: " + Table.number(trace.missing()) + ".",
                    "class",
                    "note");
        }
        Shortened<String> gaps = Shortened.of(trace.gaps());
        for (String gap : gaps.shown()) {
            html.open("p", "class", "note").outside(gap).close();
        }
        gaps.writeRest(html, "more remarks of this kind are left out.");
        html.close();
    }
}
