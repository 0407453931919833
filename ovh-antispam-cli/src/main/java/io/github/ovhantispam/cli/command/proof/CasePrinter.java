package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.output.Console;
import io.github.ovhantispam.cli.output.JsonLine;
import io.github.ovhantispam.cli.output.Paragraph;
import io.github.ovhantispam.cli.output.Printable;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.mail.FalsePositiveReport;
import io.github.ovhantispam.mail.TicketText;
import io.github.ovhantispam.model.SupportTicket;
import java.util.List;
import java.util.Optional;

/** A case for the vendor's support: the ticket, then what is missing and what is weak. */
final class CasePrinter {

    private final Session session;
    private final boolean json;

    CasePrinter(Session session, boolean json) {
        this.session = session;
        this.json = json;
    }

    /**
     * Prints a case.
     *
     * @param draft the ticket as it is about to be sent, if it is
     */
    void print(FalsePositiveReport report, TicketText ticket, Optional<NewTicket> draft) {
        Console console = session.console();
        if (json) {
            console.line(JsonLine.of("case")
                    .put("subject", ticket.subject())
                    .put("body", ticket.body())
                    .put("problems", report.problems())
                    .put("weaknesses", report.weaknesses())
                    .put("personalData", report.personalData())
                    .put("request", draft.map(NewTicket::requestText))
                    .toString());
        } else {
            console.line("Subject: " + Printable.of(ticket.subject()));
            console.line("");
            ticket.body().lines().forEach(line -> console.line(Printable.of(line)));
            printList("Personal data in it that can be recognized:", report.personalData());
            printList("Missing, which the vendor asks for:", report.problems());
            printList("Weak, and better repaired before you send it:", report.weaknesses());
        }
        console.flush();
    }

    private void printList(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            session.console().line("");
            session.console().line(title);
            int width = session.terminal().outputWidth();
            lines.forEach(line -> Paragraph.print(session.console(), width, "  - ", line));
        }
    }

    void printOpened(SupportTicket ticket) {
        session.console()
                .line(
                        json
                                ? JsonLine.of("ticket")
                                        .put("id", ticket.ticketId())
                                        .put("number", ticket.ticketNumber())
                                        .put("notice", Optional.ofNullable(ticket.additionalNotice()))
                                        .toString()
                                : Printable.of("Opened: " + ticket));
        session.console().flush();
        if (!json) {
            session.console().note("Attach the original mails (.eml) to it in the control panel.");
        }
    }
}
