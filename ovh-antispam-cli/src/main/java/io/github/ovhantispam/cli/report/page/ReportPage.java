package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.Saturated;
import io.github.ovhantispam.cli.report.UnreadBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Duration;
import java.util.List;

/**
 * A report as one HTML page that needs nothing else: no script, no picture, no font, and no request to anywhere. The
 * same report gives the same page, byte for byte, in every locale and time zone.
 */
public final class ReportPage {

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
            new FigureSections(report).write(html);
            new TraceSection(report).write(html);
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
        if (report.example()) {
            html.element("p", "An example: this account is invented, and nothing of it is real.", "class", "example");
        }
        html.close().close();
    }

    private void verdict(Html html) {
        int blocked = report.in(SpamState.BLOCKED_FOR_SPAM).size();
        int unblocking = report.in(SpamState.UNBLOCKING).size();
        boolean doubt = !report.unread().isEmpty() || report.hasUnknownStates();
        String kind = blocked > 0 ? "is-blocked" : unblocking > 0 || doubt ? "is-unblocking" : "is-free";
        html.open("section", "class", "verdict " + kind, "aria-labelledby", "verdict");
        html.element("h2", headline(blocked, unblocking), "id", "verdict");
        if (blocked == 1) {
            facts(html, report.in(SpamState.BLOCKED_FOR_SPAM).get(0).spamIp());
        }
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

    private void facts(Html html, SpamIp spamIp) {
        html.open("p", "class", "facts").text("Blocked since ");
        time.write(html, spamIp.date().toInstant());
        Duration left = spamIp.releasableIn(report.readAt());
        if (!time.isOnACalendar(spamIp.releasableAt().toInstant())) {
            html.text(". The API names no time from which a release is possible.");
        } else if (left.isZero()) {
            html.text(". Release possible now.");
        } else {
            html.text(". Release possible from ");
            time.write(html, spamIp.releasableAt().toInstant());
            html.text(", in " + DurationText.of(left) + ".");
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
        if (report.hasUnknownStates()) {
            return "A state that this version does not know";
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
        return report.hasUnknownStates()
                ? "The addresses below may be blocked. A newer version of ovh-antispam may know their state."
                : "Addresses that were blocked before are listed below.";
    }

    private void unread(Html html) {
        Shortened<UnreadBlock> unread = Shortened.of(report.unread());
        if (unread.all().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "unread").element("h2", "Not read", "id", "unread");
        html.element("p", "Addresses in these blocks may be blocked without being named here.");
        Table table = Table.begin(html, "cards", "Blocks that could not be read", List.of("Block", "Reason"));
        for (UnreadBlock block : unread.shown()) {
            table.row(List.of(
                    cell -> cell.element("code", block.block().toString(), "class", "address"),
                    cell -> cell.outside(block.reason())));
        }
        table.end();
        unread.writeRest(html, "more blocks are left out of this table.");
        html.close();
    }

    private static void footer(Html html) {
        html.open("footer")
                .element(
                        "p",
                        "Made by ovh-antispam, which is not a product of OVHcloud. This page holds everything it shows: it "
                                + "runs no script and loads nothing.");
        html.close();
    }
}
