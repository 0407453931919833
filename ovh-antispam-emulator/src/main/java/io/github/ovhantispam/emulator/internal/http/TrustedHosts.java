package io.github.ovhantispam.emulator.internal.http;

import io.github.ovhantispam.model.IpAddress;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which a caller may address what asks for no signature. A web page whose own name was made to point to
 * this machine (DNS rebinding) still sends that name, so any other one is refused.
 */
public final class TrustedHosts {

    private final InetAddress bound;
    private final Set<String> names;

    public TrustedHosts(InetAddress bound, List<String> further) {
        this.bound = bound;
        List<String> all = new ArrayList<>();
        String described = bound.toString(); // the only way to the name it was made of that asks no name server
        all.add(described.substring(0, described.indexOf('/')));
        all.addAll(further);
        this.names = Set.copyOf(all.stream().map(TrustedHosts::bare).toList());
    }

    /** Returns true when every host that the request names, in its target and its {@code Host} header, is trusted. */
    public boolean trusts(HttpRequest request) {
        Optional<String> header = request.headers().first("Host");
        Optional<String> target = HostName.ofUrl(request.target());
        return (header.isPresent() || target.isPresent())
                && header.map(HostName::withoutPort).map(this::trusts).orElse(true)
                && target.map(this::trusts).orElse(true);
    }

    private boolean trusts(String host) {
        String name = bare(host);
        if (name.isEmpty()) {
            return false;
        }
        return name.equals("localhost")
                || names.contains(name)
                || literal(name).map(this::trusts).orElse(false);
    }

    private boolean trusts(InetAddress address) {
        return address.isLoopbackAddress()
                || address.equals(bound)
                || (bound.isAnyLocalAddress() && (address.isAnyLocalAddress() || belongsToThisMachine(address)));
    }

    private static boolean belongsToThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false; // what cannot be found out is not trusted
        }
    }

    private static String bare(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        String undotted = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return undotted.startsWith("[") && undotted.endsWith("]")
                ? undotted.substring(1, undotted.length() - 1)
                : undotted;
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.getByName(IpAddress.of(text).toString())); // a literal asks no name server
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }
}
