package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ticket that a client has opened with {@code POST /support/tickets/create}. Immutable. */
public final class EmulatedTicket {

    private final Ticket ticket;

    EmulatedTicket(Ticket ticket) {
        this.ticket = ticket;
    }

    /**
     * Returns its number, as in the response to the client.
     *
     * @return unique in its emulator until {@link AntispamEmulator#reset}
     */
    public long ticketId() {
        return ticket.ticketId();
    }

    /**
     * Returns its subject.
     *
     * @return as it was sent
     */
    public String subject() {
        return ticket.subject();
    }

    /**
     * Returns the text of its first message.
     *
     * @return as it was sent
     */
    public String body() {
        return ticket.body();
    }

    /**
     * Returns an optional field.
     *
     * @param name {@code category}, {@code subcategory}, {@code product}, {@code serviceName}, {@code impact},
     *     {@code urgency} or {@code type}
     * @return empty when it was not sent
     */
    public Optional<String> field(String name) {
        return Optional.ofNullable(ticket.fields().get(name));
    }

    /**
     * Returns every optional field that was sent.
     *
     * @return an immutable map, by name
     */
    public Map<String, String> fields() {
        return ticket.fields();
    }

    /**
     * Returns the addresses to be notified of news.
     *
     * @return an immutable list, empty when none were sent
     */
    public List<String> watchers() {
        return ticket.watchers();
    }

    /** Returns its number and its subject. */
    @Override
    public String toString() {
        return "#" + ticketId() + " " + subject();
    }
}
