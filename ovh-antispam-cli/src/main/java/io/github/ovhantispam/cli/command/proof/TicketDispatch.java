package io.github.ovhantispam.cli.command.proof;

import io.github.ovhantispam.cli.failure.CommandFailure;
import io.github.ovhantispam.cli.failure.ExitCode;
import io.github.ovhantispam.cli.failure.Failure;
import io.github.ovhantispam.cli.failure.FileProblem;
import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.model.SupportTicket;
import java.io.IOException;

/** The opening of a ticket: after the operator's word, and once. */
final class TicketDispatch {

    private static final String WORD = "open the ticket";

    private final Session session;
    private final TicketReceipt receipt;

    TicketDispatch(Session session, TicketReceipt receipt) {
        this.session = session;
        this.receipt = receipt;
    }

    /** Asks a person whether the ticket, which is printed above, is to be sent. */
    void confirm(boolean yes) {
        receipt.checkAbsent();
        if (yes) {
            return;
        }
        String answer = session.terminal()
                .ask("The ticket above goes to OVHcloud's support, with the personal data in it.\nType \"" + WORD
                        + "\" to send it: ")
                .orElseThrow(() -> CommandFailure.of(
                        ExitCode.USAGE,
                        "without a terminal, nobody can be asked: read the ticket, then give --yes; nothing was sent"));
        if (!answer.strip().equals(WORD)) {
            throw CommandFailure.of(ExitCode.PRECAUTION, "nothing was sent");
        }
    }

    /** Sends it. One request. */
    SupportTicket send(AntispamClient client, NewTicket draft) {
        receipt.begin();
        SupportTicket ticket;
        try {
            ticket = client.supportTickets().create(draft);
        } catch (AntispamException e) {
            throw failed(e);
        }
        try {
            receipt.complete(ticket.toString());
        } catch (IOException e) {
            throw CommandFailure.of(
                    ExitCode.OUTPUT,
                    "opened: " + ticket + "; write the number down, since " + receipt + " cannot be written: "
                            + FileProblem.of(e),
                    e);
        }
        return ticket;
    }

    private CommandFailure failed(AntispamException failure) {
        Failure seen = Failure.of(failure);
        if (failure.mayHaveBeenProcessed()) {
            return CommandFailure.of(
                    seen.code(),
                    seen.line() + "; the ticket may have been opened: look in the control panel. " + receipt
                            + " keeps it from being sent again",
                    failure);
        }
        receipt.withdraw();
        return CommandFailure.of(seen.code(), seen.line() + "; no ticket was opened", failure);
    }
}
