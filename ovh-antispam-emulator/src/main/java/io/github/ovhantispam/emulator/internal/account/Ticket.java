package io.github.ovhantispam.emulator.internal.account;

import java.util.List;
import java.util.Map;

/**
 * A ticket of the customer to the vendor's support.
 *
 * @param fields the optional texts that were given, by the name of their field
 */
public record Ticket(
        long ticketId, long messageId, String subject, String body, Map<String, String> fields, List<String> watchers) {

    /** Copies the collections. */
    public Ticket {
        fields = Map.copyOf(fields);
        watchers = List.copyOf(watchers);
    }
}
