package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;

/**
 * The addresses of a block that have sent spam ({@code GET /ip/{ip}/spam}).
 *
 * <p>One request per page if the server returns whole objects. Otherwise one request for the list and one per address,
 * eight at a time, or one for a number of them with {@link CallOptions#batchSize}; an address that disappears in
 * between is omitted. A list with an address outside the block is an {@link UnexpectedResponseException}.
 */
public interface SpamIpQuery extends Query<SpamIp> {

    /**
     * Only addresses in a state.
     *
     * @param state the state; one that the API does not know is refused by it
     * @return a narrower query
     */
    SpamIpQuery state(SpamState state);

    /**
     * Returns the same addresses alone. One request.
     *
     * @return a query of addresses
     */
    Query<IpAddress> addresses();
}
