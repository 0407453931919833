package io.github.ovhantispam.mail.internal.feedback;

import io.github.ovhantispam.mail.DestinationLoops;
import io.github.ovhantispam.mail.FeedbackLoop;
import io.github.ovhantispam.mail.internal.dns.DnsAnswer;
import io.github.ovhantispam.mail.internal.dns.DnsClient;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.internal.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The look-up of one or more destinations within the limits of one check. */
public final class LoopFinder {

    private final DnsClient dns;

    /**
     * Creates a finder.
     *
     * @param dns the client of this check
     */
    public LoopFinder(DnsClient dns) {
        this.dns = dns;
    }

    /**
     * Looks a domain up, in the list or by its mail exchangers.
     *
     * @param domain the domain, hostile
     * @return the loops that serve it
     */
    public DestinationLoops ofDomain(String domain) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        List<FeedbackLoop> listed = ProviderList.known().where(provider -> provider.hasDomain(name));
        if (!listed.isEmpty()) {
            return new DestinationLoops(name, listed, Optional.empty());
        }
        return byHosts(PrintableText.of(name), dns.exchangersOf(name));
    }

    /**
     * Looks an address up by its reverse names.
     *
     * @param address the address of a mail server
     * @return the loops that serve it
     */
    public DestinationLoops ofAddress(IpAddress address) {
        return byHosts(address.toString(), dns.namesOf(address));
    }

    private static DestinationLoops byHosts(String destination, DnsAnswer hosts) {
        if (hosts.hasFailed()) {
            return new DestinationLoops(destination, List.of(), Optional.of(hosts.trouble()));
        }
        List<FeedbackLoop> loops =
                ProviderList.known().where(provider -> hosts.records().stream().anyMatch(provider::hasHost));
        return new DestinationLoops(destination, loops, Optional.empty());
    }
}
