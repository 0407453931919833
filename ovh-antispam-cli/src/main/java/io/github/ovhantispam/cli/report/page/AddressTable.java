package io.github.ovhantispam.cli.report.page;

import io.github.ovhantispam.cli.report.Report;
import io.github.ovhantispam.cli.report.ReportedAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.internal.DurationText;
import java.time.Instant;
import java.util.List;

/** The part of the page that lists the addresses: their state, since when they are blocked, and until when. */
final class AddressTable {

    private static final int SHOWN = 200;
    private static final List<String> COLUMNS =
            List.of("Address", "State", "Blocked since", "Release possible from", "Spam", "Block of the account");

    private final Report report;
    private final PageTime time;

    AddressTable(Report report, PageTime time) {
        this.report = report;
        this.time = time;
    }

    void write(Html html) {
        if (report.addresses().isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "addresses").element("h2", "Addresses", "id", "addresses");
        Shortened<ReportedAddress> addresses = new Shortened<>(report.addresses(), SHOWN);
        Table table = Table.begin(html, "cards", "Addresses that have sent spam", COLUMNS);
        for (ReportedAddress address : addresses.shown()) {
            SpamIp spamIp = address.spamIp();
            table.row(List.of(
                    cell -> cell.element("code", spamIp.ipSpamming().toString(), "class", "address"),
                    cell -> state(cell, spamIp),
                    cell -> time.write(cell, spamIp.date().toInstant()),
                    cell -> releasable(cell, spamIp),
                    cell -> spam(cell, address),
                    cell -> cell.element("code", address.block().toString(), "class", "address")));
        }
        table.end();
        addresses.writeRest(html, "more addresses are left out of this table, but counted in all figures.");
        html.close();
    }

    private static void state(Html cell, SpamIp spamIp) {
        switch (spamIp.state().known()) {
            case BLOCKED_FOR_SPAM -> cell.element("span", "blocked", "class", "state is-blocked");
            case UNBLOCKING -> cell.element("span", "release under way", "class", "state is-unblocking");
            case UNBLOCKED -> cell.element("span", "free", "class", "state is-free");
            case UNRECOGNIZED -> cell.outside(spamIp.state().value());
        }
    }

    private void releasable(Html cell, SpamIp spamIp) {
        switch (spamIp.state().known()) {
            case UNBLOCKED -> cell.text("not blocked");
            case UNBLOCKING -> cell.text("already asked for");
            case BLOCKED_FOR_SPAM, UNRECOGNIZED -> {
                Instant from = spamIp.releasableAt().toInstant();
                if (spamIp.releasableIn(report.readAt()).isZero()) {
                    cell.element("strong", "now").text(", since ");
                    time.write(cell, from);
                } else {
                    time.write(cell, from);
                    cell.text(" (block duration " + DurationText.of(spamIp.time()) + ")");
                }
            }
        }
    }

    private static void spam(Html cell, ReportedAddress address) {
        if (address.problem().isPresent()) {
            cell.text("could not be read: ").outside(address.problem().get());
        } else if (address.statistics().isEmpty()) {
            cell.text("no statistics");
        } else {
            cell.text(Table.number(address.spams()) + " of " + Table.number(address.mails()) + " mails");
        }
    }
}
