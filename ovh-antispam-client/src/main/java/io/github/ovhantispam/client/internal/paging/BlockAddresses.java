package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.client.internal.error.UnexpectedContent;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;

/** The addresses that a list of a block can have. */
record BlockAddresses(Route route, IpBlock block) {

    /**
     * Checks an address of the list.
     *
     * @throws UnexpectedResponseException when it lies outside of the block
     */
    void check(IpAddress ip) {
        if (!block.contains(ip)) {
            throw new UnexpectedContent(route, "the list of " + block + " has an address outside of it: " + ip)
                    .exception();
        }
    }
}
