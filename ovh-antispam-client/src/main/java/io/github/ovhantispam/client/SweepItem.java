package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;

/** Something that a {@link Sweep} came upon: an address, or a block that cannot be read. */
public sealed interface SweepItem {

    /**
     * The block.
     *
     * @return as the API lists it
     */
    IpBlock block();

    /**
     * An address that has sent spam.
     *
     * @param resource a handle on it
     * @param spamIp what the list says of it
     */
    record Finding(SpamIpResource resource, SpamIp spamIp) implements SweepItem {

        @Override
        public IpBlock block() {
            return resource.block();
        }
    }

    /**
     * A block that could not be read, or not to the end: there may be addresses in it which the sweep does not name.
     *
     * @param block the block
     * @param exception why
     */
    record BlockFailure(IpBlock block, AntispamException exception) implements SweepItem {}
}
