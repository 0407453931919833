package io.github.ovhantispam.client;

import io.github.ovhantispam.model.SupportTicket;

/**
 * The account's tickets with the vendor's support ({@code /support/tickets}).
 *
 * <p>A consumer key needs {@link AccessRule#SUPPORT_TICKETS}, which it has only if it was requested with it; without
 * it, requests throw a {@link PermissionException}.
 */
public interface SupportTickets {

    /**
     * Creates a ticket ({@code POST /support/tickets/create}). One request. {@link NewTicket#requestText()} shows what
     * it sends.
     *
     * <p>One call never creates two tickets. The request is sent again only if it was certainly not processed: there
     * was no connection, or its timestamp or token was refused as out of date, which is corrected once. If the response
     * leaves open whether the ticket exists, the call fails and {@link AntispamException#mayHaveBeenProcessed()} is
     * true. Nothing in the API identifies such a ticket, so check the control panel before you create another.
     *
     * @param ticket the ticket; its texts are sent as they are
     * @return the numbers of the ticket
     * @throws PermissionException when the credentials do not allow it; the message names the rule that is missing
     * @throws AntispamException when the request fails otherwise
     */
    SupportTicket create(NewTicket ticket);
}
