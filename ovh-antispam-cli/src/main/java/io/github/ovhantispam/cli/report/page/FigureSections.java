package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.SampledMail;
import java.util.List;

/** The parts of the page with figures: spam per day, scores, and destinations. */
final class FigureSections {

    private final Report report;

    FigureSections(Report report) {
        this.report = report;
    }

    void write(Html html) {
        perDay(html);
        samplesInFigures(html);
    }

    private void perDay(Html html) {
        SpamPerDay spam = SpamPerDay.of(report);
        html.open("section", "aria-labelledby", "days").element("h2", "Spam per day", "id", "days");
        if (spam.isEmpty()) {
            html.element(
                    "p", "The API counted no mail in these " + report.period().days() + " days.", "class", "note");
        } else {
            html.open("p", "class", "legend");
            html.element("span", "spam", "class", "key spam")
                    .element("span", "other mails", "class", "key other")
                    .close();
            Chart.columns(html, spam);
            html.open("details").element("summary", "The figures as a table");
            Table table = Table.begin(
                    html, "plain", "Spam per day, days without mail left out", List.of("Day", "Spam", "Mails"));
            for (SpamPerDay.Day day : spam.days()) {
                if (day.mails() > 0) {
                    table.row(List.of(
                            cell -> PageTime.write(cell, day.date()),
                            cell -> cell.text(Table.number(day.spams())),
                            cell -> cell.text(Table.number(day.mails()))));
                }
            }
            table.end();
            html.close();
            html.element("p", "Counted by OVHcloud, on the day on which it blocked the address.", "class", "note");
        }
        if (spam.outside() > 0) {
            html.element(
                    "p",
                    spam.outside() + (spam.outside() == 1 ? " entry" : " entries")
                            + " of the statistics outside these days, so not in the chart.",
                    "class",
                    "note");
        }
        html.close();
    }

    private void samplesInFigures(Html html) {
        List<SampledMail> samples = report.samples().toList();
        if (samples.isEmpty()) {
            return;
        }
        html.open("div", "class", "pair");
        html.open("section", "aria-labelledby", "scores").element("h2", "Scores", "id", "scores");
        bars(
                html,
                "Sampled mails by spam score",
                "Score",
                ScoreDistribution.of(samples.stream()
                        .mapToLong(sample -> sample.mail().spamscore())
                        .toArray()));
        html.close();
        TopDestinations destinations = TopDestinations.of(samples);
        html.open("section", "aria-labelledby", "destinations").element("h2", "Top destinations", "id", "destinations");
        bars(html, "Sampled mails by destination", "Destination", destinations.bars());
        if (destinations.others() > 0) {
            html.element(
                    "p",
                    Table.number(destinations.othersMails()) + " mails went to " + Table.number(destinations.others())
                            + " other destinations.",
                    "class",
                    "note");
        }
        html.close();
        html.close();
    }

    private static void bars(Html html, String caption, String column, List<Bar> bars) {
        long most = bars.stream().mapToLong(Bar::mails).max().orElse(1);
        Table table = Table.begin(html, "bars", caption, List.of(column, "Mails", "Chart"));
        for (Bar bar : bars) {
            table.row(List.of(
                    cell -> cell.text(bar.label()),
                    cell -> cell.text(Table.number(bar.mails())),
                    cell -> Chart.bar(cell, bar.mails(), most)));
        }
        table.end();
    }
}
