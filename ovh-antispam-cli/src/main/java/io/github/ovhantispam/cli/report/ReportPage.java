package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.cli.report.ReportedTrace.Culprit;
import io.github.ovhantispam.model.SpamState;
import java.util.List;

/**
 * A report as one HTML page that needs nothing else: no script, no picture, no font, and no request to anywhere. The
 * same report gives the same page, byte for byte, in every locale and time zone.
 */
public final class ReportPage {

    private static final int SHOWN = 50;

    private final Report report;
    private final PageTime time;
    private final PageStyle style = PageStyle.load();

    private ReportPage(Report report) {
        this.report = report;
        this.time = new PageTime(report.period().zone());
    }

    /**
     * Renders a report.
     *
     * @param report the report, whose texts may be hostile
     * @return the page, to be written in UTF-8
     */
    public static String of(Report report) {
        return new ReportPage(report).render();
    }

    private String render() {
        Html html = new Html();
        html.open("html", "lang", "en");
        head(html);
        html.open("body");
        header(html);
        html.open("main");
        verdict(html);
        new NextSteps(report, time).write(html);
        new AddressTable(report, time).write(html);
        unread(html);
        if (!report.addresses().isEmpty()) {
            perDay(html);
            samplesInFigures(html);
            trace(html);
            new SampleTable(report, time).write(html);
        }
        html.close();
        footer(html);
        html.close().close();
        return html.toString();
    }

    private String title() {
        return report.subject().map(address -> "Spam report for " + address).orElse("Spam report for the account");
    }

    private void head(Html html) {
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", style.policy());
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.empty("meta", "name", "robots", "content", "noindex");
        html.open("title").text(title()).close();
        html.style(style);
        html.close();
    }

    private void header(Html html) {
        html.open("header").open("div", "class", "wide");
        html.element("p", "OVHcloud AntiSpam", "class", "brand");
        html.element("h1", title());
        html.open("p").text("Read at ");
        time.write(html, report.readAt());
        html.text(". All times are in " + time.zoneName() + ".").close();
        html.close().close();
    }

    private void verdict(Html html) {
        int blocked = report.in(SpamState.BLOCKED_FOR_SPAM).size();
        int unblocking = report.in(SpamState.UNBLOCKING).size();
        String kind =
                blocked > 0 ? "is-blocked" : unblocking > 0 || !report.unread().isEmpty() ? "is-unblocking" : "is-free";
        html.open("section", "class", "verdict " + kind, "aria-labelledby", "verdict");
        html.element("h2", headline(blocked, unblocking), "id", "verdict");
        html.element("p", sentence(blocked, unblocking));
        if (!report.addresses().isEmpty()) {
            html.open("dl");
            tile(html, "Blocked", blocked);
            tile(html, "Release under way", unblocking);
            tile(
                    html,
                    "Spam counted",
                    report.addresses().stream()
                            .mapToLong(ReportedAddress::spams)
                            .reduce(0, Saturated::sum));
            tile(html, "Mails sampled", report.samples().count());
            html.close();
        }
        html.close();
    }

    private static void tile(Html html, String name, long number) {
        html.open("div").element("dt", name).element("dd", Table.number(number)).close();
    }

    private String headline(int blocked, int unblocking) {
        if (blocked > 0) {
            return blocked == 1
                    ? report.in(SpamState.BLOCKED_FOR_SPAM).get(0).spamIp().ipSpamming() + " is blocked"
                    : Table.number(blocked) + " addresses are blocked";
        }
        if (unblocking > 0) {
            return "A release is under way";
        }
        return report.unread().isEmpty() ? "Nothing is blocked" : "Nothing seen is blocked, but not all could be read";
    }

    private String sentence(int blocked, int unblocking) {
        if (blocked > 0) {
            return "Mail to other servers does not leave a blocked address: its outgoing traffic to port 25 is cut. "
                    + "The block does not end by itself; somebody has to ask for the release.";
        }
        if (unblocking > 0) {
            return "The release was accepted and becomes effective within some minutes.";
        }
        if (report.addresses().isEmpty()) {
            return report.subject().isPresent()
                    ? "The API has no record of spam from this address."
                    : "The API has no record of spam from any address that could be read.";
        }
        return "Addresses that were blocked before are listed below.";
    }

    private void unread(Html html) {
        List<UnreadBlock> unread = report.unread();
        if (unread.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "unread").element("h2", "Not read", "id", "unread");
        html.element("p", "Addresses in these blocks may be blocked without being named here.");
        Table table = Table.begin(html, "cards", "Blocks that could not be read", List.of("Block", "Reason"));
        for (UnreadBlock block : first(unread)) {
            table.row(List.of(
                    cell -> cell.element("code", block.block().toString(), "class", "address"),
                    cell -> cell.outside(block.reason())));
        }
        table.end();
        leftOut(html, unread, "more blocks");
        html.close();
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
                            + " of the statistics outside these days not shown in the chart.",
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

    private void trace(Html html) {
        if (report.trace().isEmpty()) {
            return;
        }
        ReportedTrace trace = report.trace().get();
        html.open("section", "aria-labelledby", "trace").element("h2", "Who handed the mails in", "id", "trace");
        if (trace.culprits().isEmpty()) {
            html.element("p", "The logs do not name anybody.", "class", "note");
        } else {
            Table table = Table.begin(
                    html,
                    "cards",
                    "Found in the logs of the mail server",
                    List.of("Who", "Mails", "Still in the queue"));
            for (Culprit culprit : first(trace.culprits())) {
                table.row(List.of(
                        cell -> cell.outside(culprit.name()),
                        cell -> cell.text(Table.number(culprit.mails())),
                        cell -> cell.text(Table.number(culprit.unfinished()))));
            }
            table.end();
            leftOut(html, trace.culprits(), "more of them");
        }
        if (trace.missing() > 0) {
            html.element(
                    "p",
                    "Message-IDs that are not in these logs: " + Table.number(trace.missing()) + ".",
                    "class",
                    "note");
        }
        for (String gap : first(trace.gaps())) {
            html.open("p", "class", "note").outside(gap).close();
        }
        leftOut(html, trace.gaps(), "more remarks of this kind");
        html.close();
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SHOWN, all.size()));
    }

    private static void leftOut(Html html, List<?> all, String what) {
        if (all.size() > SHOWN) {
            html.element("p", Table.number(all.size() - SHOWN) + " " + what + " left out here.", "class", "note");
        }
    }

    private static void footer(Html html) {
        html.open("footer")
                .element(
                        "p",
                        "Made by ovh-antispam, which is not a product of OVHcloud. This page holds everything it shows: it runs no "
                                + "script and loads nothing.");
        html.close();
    }
}
