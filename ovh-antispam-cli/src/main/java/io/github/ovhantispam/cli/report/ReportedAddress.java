package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamStats;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An address that has sent spam, and what was detected of it.
 *
 * @param block the block it is in
 * @param spamIp its state
 * @param statistics one entry for each time it was blocked
 * @param problem why the statistics could not be read; empty when they were
 */
public record ReportedAddress(IpBlock block, SpamIp spamIp, List<SpamStats> statistics, Optional<String> problem) {

    /** Copies the list. */
    public ReportedAddress {
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(spamIp, "spamIp");
        statistics = List.copyOf(statistics);
        Objects.requireNonNull(problem, "problem");
    }

    /**
     * Describes an address whose statistics were read.
     *
     * @param block the block it is in
     * @param spamIp its state
     * @param statistics one entry for each time it was blocked
     * @return the address
     */
    public static ReportedAddress of(IpBlock block, SpamIp spamIp, List<SpamStats> statistics) {
        return new ReportedAddress(block, spamIp, statistics, Optional.empty());
    }

    Stream<SampledMail> samples() {
        return statistics.stream()
                .flatMap(entry -> entry.detectedSpams().stream())
                .map(mail -> new SampledMail(spamIp.ipSpamming(), mail));
    }

    /** Returns the number of spams that the statistics count. */
    public long spams() {
        return statistics.stream().mapToLong(SpamStats::numberOfSpams).reduce(0, Saturated::sum);
    }

    /** Returns the number of mails that the statistics count, the spams included. */
    public long mails() {
        return statistics.stream()
                .mapToLong(entry -> Math.max(entry.total(), entry.numberOfSpams()))
                .reduce(0, Saturated::sum);
    }
}
