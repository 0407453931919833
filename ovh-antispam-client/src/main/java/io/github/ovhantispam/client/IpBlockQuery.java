package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import io.github.ovhantispam.model.IpType;

/**
 * The account's blocks ({@code GET /ip}). One request, however many blocks there are: the API lists them all at once.
 *
 * <p>Filters narrow the list on the server. Each returns a new query; a second filter of the same kind replaces the
 * first.
 */
public interface IpBlockQuery extends Query<IpBlock> {

    /**
     * Only blocks of a type.
     *
     * @param type the type; one that the API does not know is refused by it
     * @return a narrower query
     */
    IpBlockQuery type(IpType type);

    /**
     * Only blocks that contain an address.
     *
     * @param ip an address of either family
     * @return a narrower query
     */
    IpBlockQuery containing(IpAddress ip);

    /**
     * Only blocks that contain or equal a block.
     *
     * @param ip a block of either family
     * @return a narrower query
     */
    IpBlockQuery containing(IpBlock ip);

    /**
     * Only blocks whose description is like a text.
     *
     * @param description the text to compare with; the vendor does not document how
     * @return a narrower query
     */
    IpBlockQuery description(String description);

    /**
     * Only blocks that are routed to a service.
     *
     * @param serviceName the name of the service
     * @return a narrower query
     */
    IpBlockQuery routedTo(String serviceName);

    /**
     * Returns the same blocks with the properties of each.
     *
     * <p>One request per page if the server returns whole objects. Otherwise one request for the list and one per
     * block, eight at a time, or one for a number of them with {@link CallOptions#batchSize}; a block that disappears
     * in between is omitted.
     *
     * @return a query of details
     */
    Query<IpDetails> details();
}
