package io.github.ovhantispam.mail.internal.report;

import io.github.ovhantispam.client.NewTicket;
import io.github.ovhantispam.client.TicketCategory;
import io.github.ovhantispam.client.TicketProduct;
import io.github.ovhantispam.client.TicketSubcategory;
import io.github.ovhantispam.mail.TicketText;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;
import java.util.Map;

/** A ticket that tells the support which product and service its text is about. */
public final class TicketRequest {

    /** Types that say which product they belong to. An additional address, for one, may be routed to any of them. */
    private static final Map<IpType, TicketProduct> PRODUCTS = Map.of(
            IpType.DEDICATED, TicketProduct.DEDICATED,
            IpType.HOUSING, TicketProduct.HOUSING,
            IpType.VPS, TicketProduct.VPS,
            IpType.CLOUD, TicketProduct.PUBLICCLOUD,
            IpType.PCI, TicketProduct.PUBLICCLOUD,
            IpType.PCC, TicketProduct.DEDICATEDCLOUD,
            IpType.VRACK, TicketProduct.NETWORK);

    private TicketRequest() {}

    /**
     * Returns the ticket.
     *
     * @param text its subject and text
     * @param block the block of the address; what it does not tell is left out of the ticket
     * @return the ticket, not created yet
     */
    public static NewTicket of(TicketText text, IpDetails block) {
        NewTicket ticket = NewTicket.of(text.subject(), text.body())
                .category(TicketCategory.INCIDENT)
                .subcategory(TicketSubcategory.ALERTS);
        TicketProduct product = block.type() == null ? null : PRODUCTS.get(block.type());
        if (product != null) {
            ticket = ticket.product(product);
        }
        String service = block.routedTo();
        return service != null && isLine(service) ? ticket.serviceName(service) : ticket;
    }

    private static boolean isLine(String text) {
        return !text.isBlank()
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
