package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.ReverseIp;

/**
 * The addresses of a block that have a reverse name ({@code GET /ip/{ip}/reverse}).
 *
 * <p>One request per page if the server returns whole objects. Otherwise one request for the list and one per address,
 * eight at a time, or one for a number of them with {@link CallOptions#batchSize}; an address that disappears in
 * between is omitted. A list with an address outside the block is an {@link UnexpectedResponseException}.
 */
public interface ReverseQuery extends Query<ReverseIp> {

    /**
     * Returns the same addresses alone. One request.
     *
     * @return a query of addresses
     */
    Query<IpAddress> addresses();
}
