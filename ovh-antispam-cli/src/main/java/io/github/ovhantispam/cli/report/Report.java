package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a report, apart from how it is shown.
 *
 * @param example true for an invented account, which must not be taken for a real one
 * @param subject the address it is about; empty for a whole account
 * @param period the time it covers, and the zone of all its times
 * @param addresses the addresses that have sent spam, those that are blocked first
 * @param unread the blocks that could not be read: an address in one of them may be missing
 * @param trace who handed the mails in; empty when no log was read
 */
public record Report(
        boolean example,
        Optional<IpAddress> subject,
        ReportPeriod period,
        List<ReportedAddress> addresses,
        List<UnreadBlock> unread,
        Optional<ReportedTrace> trace) {

    /** Copies the lists. */
    public Report {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(period, "period");
        addresses = List.copyOf(addresses);
        unread = List.copyOf(unread);
        Objects.requireNonNull(trace, "trace");
    }

    /**
     * Adds who handed the mails in.
     *
     * @param trace what the logs hold of the sampled mails
     * @return the same report with the trace
     */
    public Report with(ReportedTrace trace) {
        return new Report(example, subject, period, addresses, unread, Optional.of(trace));
    }

    /**
     * Marks an invented account.
     *
     * @return the same report as an example
     */
    public Report asExample() {
        return new Report(true, subject, period, addresses, unread, trace);
    }

    /** Returns the moment at which the report was read. */
    public Instant readAt() {
        return period.end();
    }

    /** Returns the addresses in a state. */
    public List<ReportedAddress> in(SpamState state) {
        return addresses.stream()
                .filter(address -> address.spamIp().state().equals(state))
                .toList();
    }

    /** Returns true when nothing is missing that was to be read. */
    public boolean isComplete() {
        return unread.isEmpty()
                && addresses.stream().allMatch(address -> address.problem().isEmpty());
    }

    /**
     * Returns true when an address is in a state that this version does not know, which may mean that it is blocked.
     */
    public boolean hasUnknownStates() {
        return addresses.stream().anyMatch(address -> !address.spamIp().state().isKnown());
    }

    /** Returns all sampled mails, in no particular order. */
    public Stream<SampledMail> samples() {
        return addresses.stream().flatMap(ReportedAddress::samples);
    }
}
