package io.github.ovhantispam.client;

import io.github.ovhantispam.model.IpAddress;

/** No block of the account contains the address: it belongs to another account, or to none. */
public final class BlockNotFoundException extends AntispamException {

    private static final long serialVersionUID = 1L;

    private final transient IpAddress ip;

    /**
     * An address without a block.
     *
     * @param ip the address
     */
    public BlockNotFoundException(IpAddress ip) {
        super(ip + " is in no block of this account; check the address and whose credentials these are", null, false);
        this.ip = ip;
    }

    /**
     * Returns the requested address.
     *
     * @return the address
     */
    public IpAddress ip() {
        return ip;
    }
}
