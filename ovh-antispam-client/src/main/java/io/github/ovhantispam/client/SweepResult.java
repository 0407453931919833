package io.github.ovhantispam.client;

import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import java.util.List;

/**
 * What a {@link Sweep} came to.
 *
 * @param findings the addresses, by number; immutable
 * @param failures the blocks that could not be read, or not to the end; immutable. As long as there are any, an address
 *     in one of them may be missing from the findings
 */
public record SweepResult(List<Finding> findings, List<BlockFailure> failures) {

    /**
     * A result.
     *
     * @param findings the addresses
     * @param failures the blocks that could not be read
     */
    public SweepResult {
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /**
     * Whether every block was read.
     *
     * @return true when there are no failures
     */
    public boolean isComplete() {
        return failures.isEmpty();
    }
}
