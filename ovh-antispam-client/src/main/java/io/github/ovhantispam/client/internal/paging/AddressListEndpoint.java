package io.github.ovhantispam.client.internal.paging;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import org.jspecify.annotations.Nullable;

/** A list of addresses of a block, which has none from outside of the block. */
interface AddressListEndpoint<T> extends ListEndpoint<IpAddress, T> {

    IpBlock block();

    @Override
    default IpAddress key(String id) {
        return IpAddress.of(id);
    }

    @Override
    default @Nullable String problem(IpAddress key) {
        return block().contains(key) ? null : "the list of " + block() + " has an address outside of it: " + key;
    }
}
