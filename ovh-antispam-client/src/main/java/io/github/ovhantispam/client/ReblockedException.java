package io.github.ovhantispam.client;

import io.github.ovhantispam.model.SpamIp;

/**
 * The release was accepted, and then the address was blocked again because mail was still going out. The new block
 * lasts longer.
 */
public final class ReblockedException extends AntispamException {

    private static final long serialVersionUID = 1L;

    private final transient SpamIp spamIp;

    /**
     * A block after an accepted release.
     *
     * @param message one line
     * @param spamIp the new block
     */
    public ReblockedException(String message, SpamIp spamIp) {
        super(message, null, true);
        this.spamIp = spamIp;
    }

    /**
     * Returns the new block.
     *
     * @return the address as read last
     */
    public SpamIp spamIp() {
        return spamIp;
    }
}
