package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.client.SupportTickets;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.model.SupportTicket;
import java.util.Objects;

/** {@code /support/tickets}. */
public final class DefaultSupportTickets implements SupportTickets {

    private final Calls calls;

    public DefaultSupportTickets(Calls calls) {
        this.calls = calls;
    }

    @Override
    public SupportTicket create(NewTicket ticket) {
        return calls.create(calls.requests()
                .createTicket(Objects.requireNonNull(ticket, "ticket").requestText()));
    }

    @Override
    public String toString() {
        return "SupportTickets";
    }
}
