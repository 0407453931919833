package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.ReverseIp;

/**
 * The addresses of a block that have a reverse name ({@code GET /ip/{ip}/reverse}).
 *
 * <p>One request per page where the server gives whole objects. Else one request for the list and one per address,
 * eight at a time, or one for a number of them with {@link CallOptions#batchSize}; an address that vanishes in between
 * is left out.
 */
public interface ReverseQuery extends Query<ReverseIp> {

    /**
     * Returns the same addresses alone. One request.
     *
     * @return a query of addresses
     */
    Query<IpAddress> addresses();
}
