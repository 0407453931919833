package io.github.ovhantispam.client;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ovhantispam.client.SweepItem.BlockFailure;
import io.github.ovhantispam.client.SweepItem.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The result of a {@link Sweep}.
 *
 * @param findings the addresses, by number; immutable
 * @param failures the blocks that could not be read, or not to the end; immutable. As long as there are any, an address
 *     in one of them may be missing from the findings
 */
public record SweepResult(List<Finding> findings, List<BlockFailure> failures) {

    private static final int NAMED = 10;

    /**
     * A result.
     *
     * @param findings the addresses
     * @param failures the blocks that could not be read
     */
    public SweepResult {
        findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
        failures = List.copyOf(Objects.requireNonNull(failures, "failures"));
    }

    /**
     * Returns true when every block was read.
     *
     * @return true when there are no failures
     */
    public boolean isComplete() {
        return failures.isEmpty();
    }

    /**
     * Returns this result as names and plain values, which is also its JSON form in any Jackson: {@code findings} and
     * {@code failures}, each a list of {@link SweepItem#toMap()}. A result cannot be read back from it.
     *
     * @return two lists by their names, in this order; immutable
     */
    @JsonValue
    public Map<String, Object> toMap() {
        return PlainValues.of(
                "findings", findings.stream().map(Finding::toMap).toList(),
                "failures", failures.stream().map(BlockFailure::toMap).toList());
    }

    /**
     * Returns a line for a person, with the first ten of each, such as {@code addresses found: 1 (192.0.2.1
     * blockedForSpam); blocks not read: 0}.
     */
    @Override
    public String toString() {
        return "addresses found: "
                + few(
                        findings.stream()
                                .limit(NAMED)
                                .map(finding -> finding.spamIp().ipSpamming() + " "
                                        + finding.spamIp().state())
                                .toList(),
                        findings.size())
                + "; blocks not read: "
                + few(
                        failures.stream()
                                .limit(NAMED)
                                .map(failure -> failure.block().toString())
                                .toList(),
                        failures.size());
    }

    private static String few(List<String> first, int count) {
        return first.isEmpty()
                ? "0"
                : count + " (" + String.join(", ", first) + (count > first.size() ? ", ..." : "") + ')';
    }
}
