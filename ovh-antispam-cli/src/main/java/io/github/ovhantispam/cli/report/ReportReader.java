package io.github.ovhantispam.cli.report;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamException;
import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.AuthenticationException;
import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.client.SweepResult;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads what a report shows. One request reads the statistics of an address; addresses that are free and were last
 * blocked before the period are listed without.
 */
public final class ReportReader {

    private static final Comparator<ReportedAddress> BLOCKED_FIRST = Comparator.<ReportedAddress>comparingInt(
                    address -> urgency(address.spamIp().state()))
            .thenComparing(address -> address.spamIp().ipSpamming());

    private final ReportPeriod period;
    private final Progress progress;

    /**
     * Creates a reader.
     *
     * @param period the time to report on; its end is the present
     * @param progress is notified after each address whose statistics were read
     */
    public ReportReader(ReportPeriod period, Progress progress) {
        this.period = period;
        this.progress = progress;
    }

    /** Is notified of how far the reading has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Notifies of an address that was read.
         *
         * @param done how many were read
         * @param all how many there are
         */
        void addresses(int done, int all);
    }

    /**
     * Reads the report of a whole account: a sweep, and one request for each address that has statistics to show.
     *
     * @param sweep a sweep of all states
     * @return the report, which names what could not be read
     * @throws AntispamException when the credentials are rejected, or the account's blocks cannot be listed
     */
    public Report account(Sweep sweep) {
        SweepResult result = sweep.run();
        Collection<Finding> findings = onePerAddress(result.findings());
        List<ReportedAddress> addresses = new ArrayList<>();
        for (Finding finding : findings) {
            addresses.add(address(finding.resource(), finding.spamIp()));
            progress.addresses(addresses.size(), findings.size());
        }
        addresses.sort(BLOCKED_FIRST);
        List<UnreadBlock> unread = result.failures().stream()
                .map(failure -> new UnreadBlock(failure.block(), message(failure.exception())))
                .sorted(Comparator.comparing(UnreadBlock::block))
                .toList();
        return new Report(false, Optional.empty(), period, addresses, unread, Optional.empty());
    }

    /**
     * Reads the report of one address. Three requests.
     *
     * @param client the client
     * @param address the address
     * @return the report, without content when the address never sent spam
     * @throws AntispamException when its block or its state cannot be read
     */
    public Report address(AntispamClient client, IpAddress address) {
        SpamIpResource resource = client.locate(address);
        List<ReportedAddress> addresses;
        try {
            addresses = List.of(address(resource, resource.get()));
        } catch (NotFoundException e) {
            if (!e.isSaidByApi()) {
                throw e; // the page of a proxy knows nothing of the address
            }
            addresses = List.of();
        }
        return new Report(false, Optional.of(address), period, addresses, List.of(), Optional.empty());
    }

    private ReportedAddress address(SpamIpResource resource, SpamIp spamIp) {
        Instant blocked = spamIp.date().toInstant();
        if (spamIp.state().equals(SpamState.UNBLOCKED) && blocked.isBefore(period.start())) {
            return ReportedAddress.of(resource.block(), spamIp, List.of());
        }
        Instant from = period.start();
        if (blocked.isBefore(from)) { // blocked for longer than the period: the reason lies before it
            from = blocked.minus(1, ChronoUnit.DAYS);
        }
        try {
            return ReportedAddress.of(resource.block(), spamIp, resource.stats(from, period.end()));
        } catch (AuthenticationException | AntispamInterruptedException e) {
            throw e;
        } catch (AntispamException e) {
            return new ReportedAddress(resource.block(), spamIp, List.of(), Optional.of(message(e)));
        }
    }

    /** Keeps the narrowest block of an address that lies in two of the account's blocks, so that it counts once. */
    private static Collection<Finding> onePerAddress(List<Finding> findings) {
        Map<IpAddress, Finding> narrowest = new TreeMap<>();
        for (Finding finding : findings) {
            narrowest.merge(
                    finding.spamIp().ipSpamming(),
                    finding,
                    (one, other) -> other.block().prefixLength() > one.block().prefixLength() ? other : one);
        }
        return narrowest.values();
    }

    private static int urgency(SpamState state) {
        return switch (state.known()) {
            case BLOCKED_FOR_SPAM -> 0;
            case UNRECOGNIZED -> 1;
            case UNBLOCKING -> 2;
            case UNBLOCKED -> 3;
        };
    }

    private static String message(AntispamException exception) {
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
