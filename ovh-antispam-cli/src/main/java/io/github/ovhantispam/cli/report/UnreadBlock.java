package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.model.IpBlock;
import java.util.Objects;

/**
 * A block of the account that could not be read.
 *
 * @param block the block
 * @param reason why
 */
public record UnreadBlock(IpBlock block, String reason) {

    /** Checks the values. */
    public UnreadBlock {
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(reason, "reason");
    }
}
