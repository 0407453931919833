package io.github.ovhantispam.mail;

import io.github.ovhantispam.mail.internal.dns.DnsClient;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The DNS server that an audit asks, and how long.
 *
 * <p>Each check of an audit sends at most 30 queries and takes at most 10 seconds by default. UDP is used first, and
 * TCP for a response that is too long for it. Nothing is cached, and the hosts file of the machine is not read.
 */
public final class DnsResolver {

    private final Optional<InetSocketAddress> server;
    private final Duration timeout;

    private DnsResolver(Optional<InetSocketAddress> server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /**
     * Returns the resolver of the machine's own configuration.
     *
     * @return a resolver with a timeout of 10 seconds
     */
    public static DnsResolver system() {
        return new DnsResolver(Optional.empty(), DnsClient.DEFAULT_TIMEOUT);
    }

    /**
     * Returns the resolver of one server.
     *
     * @param server its address and port
     * @return a resolver with a timeout of 10 seconds
     */
    public static DnsResolver of(InetSocketAddress server) {
        return new DnsResolver(Optional.of(Objects.requireNonNull(server, "server")), DnsClient.DEFAULT_TIMEOUT);
    }

    /**
     * Returns a resolver with another timeout.
     *
     * @param timeout the time that all queries of one check may take together
     * @return the resolver
     * @throws IllegalArgumentException when the timeout is not positive
     */
    public DnsResolver timeout(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("the timeout must be positive, not " + timeout);
        }
        return new DnsResolver(server, timeout);
    }

    DnsClient newClient() {
        return DnsClient.of(server.orElse(null), timeout);
    }

    @Override
    public String toString() {
        return server.map(address -> "DNS server " + address).orElse("the system's DNS servers");
    }
}
