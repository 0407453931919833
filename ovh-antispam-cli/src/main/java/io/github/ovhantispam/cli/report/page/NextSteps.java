package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.cli.report.ReportedTrace.Culprit;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.util.List;

/** The part of the page that names what to do next, in the order of the vendor's guide. */
final class NextSteps {

    private static final String GUIDE =
            "https://github.com/ovh/docs/blob/develop/pages/bare_metal_cloud/dedicated_servers/antispam_best_practices/guide.en-gb.md";
    private static final int CULPRITS_NAMED = 5;

    private final Report report;
    private final PageTime time;

    NextSteps(Report report, PageTime time) {
        this.report = report;
        this.time = time;
    }

    void write(Html html) {
        html.open("section", "aria-labelledby", "next").element("h2", "What to do next", "id", "next");
        List<ReportedAddress> blocked = report.in(SpamState.BLOCKED_FOR_SPAM);
        if (!blocked.isEmpty()) {
            blocked(html, blocked);
        } else if (!report.in(SpamState.UNBLOCKING).isEmpty()) {
            String address =
                    report.in(SpamState.UNBLOCKING).get(0).spamIp().ipSpamming().toString();
            html.open("p")
                    .text("Keep the mail stopped until the release is effective, which takes some minutes. Then look "
                            + "again:")
                    .close();
            command(html, "ovh-antispam show " + address);
        } else if (report.hasUnknownStates()) {
            html.element(
                    "p",
                    "Keep the mail stopped, and look the addresses up in the vendor's control panel, which knows their "
                            + "state.");
        } else if (!report.unread().isEmpty()) {
            html.element(
                    "p",
                    "Some blocks could not be read, so this report cannot tell that nothing is blocked. "
                            + "Make it again later, or repair what the list of those blocks names.");
        } else {
            html.element("p", "Nothing has to be done. To hear of the next block as soon as it happens:");
            command(html, "ovh-antispam watch");
        }
        html.open("p", "class", "note")
                .text("The vendor's own guide: ")
                .element("a", "best practices and unblocking an IP", "href", GUIDE, "rel", "noreferrer")
                .text(".")
                .close();
        html.close();
    }

    private void blocked(Html html, List<ReportedAddress> blocked) {
        SpamIp first = blocked.get(0).spamIp();
        html.open("ol", "class", "steps");

        html.open("li").element("strong", "Stop the mail.");
        html.text(" As long as spam leaves the server, a release leads to the next block, and that one lasts longer.");
        html.close();

        html.open("li").element("strong", "Find the sender.");
        if (report.trace().filter(trace -> !trace.culprits().isEmpty()).isPresent()) {
            html.text(" The logs name who handed the sampled mails in. Change the password or stop the program of:");
            culprits(html, report.trace().orElseThrow().culprits());
        } else {
            html.text(" Search the logs of the mail server for the Message-IDs below:");
            command(html, "ovh-antispam trace --alert alert.eml /var/log/mail.log");
        }
        html.close();

        html.open("li").element("strong", "Empty the queue.");
        html.text(" What is still in it would be sent right after the release:");
        command(html, "ovh-antispam queue");
        html.close();

        html.open("li").element("strong", "Release the address.");
        if (first.releasableIn(report.readAt()).isZero()) {
            html.text(" The API accepts it now");
        } else {
            html.text(" The API accepts it from ");
            time.write(html, first.releasableAt().toInstant());
            html.text(" on, and the command waits for that");
        }
        html.text(blocked.size() == 1 ? "." : "; the same goes for each blocked address.");
        html.text(" On the mail server itself, the command checks that the mail is stopped and the queue empty; name "
                + "exim, sendmail or qmail where that is what you run:");
        command(html, "ovh-antispam release " + first.ipSpamming() + " --queue postfix --stopped");
        html.close();

        html.open("li").element("strong", "If these mails are not spam,");
        html.text(
                " keep one of them as a file with all its headers (.eml). This command makes the case for the vendor's "
                        + "support and sends nothing:");
        command(html, "ovh-antispam declare " + first.ipSpamming() + " --mail original.eml --output case.zip");
        html.close();

        html.close();
    }

    private static void culprits(Html html, List<Culprit> culprits) {
        html.open("ul");
        for (Culprit culprit : new Shortened<>(culprits, CULPRITS_NAMED).shown()) {
            html.open("li").outside(culprit.name()).close();
        }
        if (culprits.size() > CULPRITS_NAMED) {
            html.element("li", "and " + (culprits.size() - CULPRITS_NAMED) + " more, listed below");
        }
        html.close();
    }

    private static void command(Html html, String command) {
        html.open("pre").element("code", command).close();
    }
}
