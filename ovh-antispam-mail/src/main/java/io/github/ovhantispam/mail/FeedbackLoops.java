package io.github.ovhantispam.mail;

import io.github.ovhantispam.mail.internal.feedback.LoopFinder;
import io.github.ovhantispam.model.IpAddress;
import java.util.List;
import java.util.Objects;

/**
 * A look-up of the complaint feedback loops and postmaster tools of the providers that mail goes to.
 *
 * <p>The providers are a list in this library, each with its source and the day it was read. Nothing but DNS is asked,
 * and no provider: if you are registered already cannot be seen from outside. Thread-safe.
 */
public final class FeedbackLoops {

    private static final int MOST_DESTINATIONS = 10;

    private final DnsResolver resolver;

    private FeedbackLoops(DnsResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Returns a look-up.
     *
     * @param resolver the DNS servers to ask
     * @return the look-up
     */
    public static FeedbackLoops using(DnsResolver resolver) {
        return new FeedbackLoops(Objects.requireNonNull(resolver, "resolver"));
    }

    /**
     * Looks a domain up: in the list, and if it is not there, by its mail exchangers. At most one DNS query.
     *
     * @param domain the part of a mail address after the {@code @}
     * @return the loops that serve it
     */
    public DestinationLoops ofDomain(String domain) {
        return new LoopFinder(resolver.newClient()).ofDomain(Objects.requireNonNull(domain, "domain"));
    }

    /**
     * Looks an address up by its reverse names. One DNS query.
     *
     * @param destination the address of a mail server that mail was sent to
     * @return the loops that serve it
     */
    public DestinationLoops ofAddress(IpAddress destination) {
        return new LoopFinder(resolver.newClient()).ofAddress(Objects.requireNonNull(destination, "destination"));
    }

    /**
     * Looks up the destinations of the samples of an alert. One DNS query per destination.
     *
     * @param alert the alert
     * @return a result for each of the first 10 distinct destinations
     */
    public List<DestinationLoops> of(SpamAlert alert) {
        return alert.samples().stream()
                .map(SpamSample::destination)
                .distinct()
                .limit(MOST_DESTINATIONS)
                .map(this::ofAddress)
                .toList();
    }
}
