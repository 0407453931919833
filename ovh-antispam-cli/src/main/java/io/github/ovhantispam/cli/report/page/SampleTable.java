package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedTrace;
import io.github.ovhantispam.cli.report.SampledMail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The part of the page that lists sampled mails with their Message-IDs, and with the culprit where one is known. */
final class SampleTable {

    /** More can be searched in the logs by program only, and a browser on a phone would take seconds to show them. */
    static final int SHOWN = 100;

    private static final Comparator<SampledMail> ORDER = Comparator.<SampledMail>comparingLong(
                    sample -> sample.mail().spamscore())
            .thenComparing(sample -> sample.mail().date())
            .reversed()
            .thenComparing(sample -> sample.mail().messageId())
            .thenComparing(SampledMail::sender)
            .thenComparing(sample -> sample.mail().destinationIp());

    private final Report report;
    private final PageTime time;

    SampleTable(Report report, PageTime time) {
        this.report = report;
        this.time = time;
    }

    void write(Html html) {
        List<SampledMail> samples = report.samples().sorted(ORDER).toList();
        html.open("section", "aria-labelledby", "samples").element("h2", "Sampled mails", "id", "samples");
        if (samples.isEmpty()) {
            html.element("p", "The API gave no sampled mails for this period.", "class", "note");
        } else {
            Shortened<SampledMail> shortened = new Shortened<>(samples, SHOWN);
            table(html, shortened.shown());
            shortened.writeRest(
                    html,
                    "more are left out of this table, which has those with the highest scores, but counted in all "
                            + "figures. The report as JSON has every one of them.");
        }
        html.close();
    }

    private void table(Html html, List<SampledMail> samples) {
        boolean manySenders = report.addresses().size() > 1;
        List<String> columns = new ArrayList<>(List.of("Message-ID", "Score", "Sent", "Destination"));
        if (manySenders) {
            columns.add("From address");
        }
        report.trace().ifPresent(trace -> columns.add("Handed in by"));
        Table table = Table.begin(html, "cards mails", "Mails taken for spam, highest score first", columns);
        for (SampledMail sample : samples) {
            List<Consumer<Html>> cells = new ArrayList<>(List.of(
                    cell -> cell.open("code").outside(sample.mail().messageId()).close(),
                    cell -> cell.text(Long.toString(sample.mail().spamscore())),
                    cell -> time.write(cell, sample.mail().date()),
                    cell -> cell.element("code", sample.mail().destinationIp().toString(), "class", "address")));
            if (manySenders) {
                cells.add(cell -> cell.element("code", sample.sender().toString(), "class", "address"));
            }
            report.trace().ifPresent(trace -> cells.add(cell -> origin(cell, trace, sample)));
            table.row(cells);
        }
        table.end();
    }

    private static void origin(Html cell, ReportedTrace trace, SampledMail sample) {
        trace.origin(sample.mail().messageId()).ifPresentOrElse(cell::outside, () -> cell.text("not in the logs"));
    }
}
