package io.github.ovhantispam.mail.internal.dns;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.internal.PrintableText;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The queries of one check, within the limits of one check. Not for several threads. */
public final class DnsClient {

    /** The time for one check. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private static final int MOST_QUERIES = 30;

    private final LimitedResolver resolver;

    private DnsClient(LimitedResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Returns a client for one check.
     *
     * @param server the server, or null for those of the system
     * @param timeout for all queries together
     * @return a client that sends at most 30 queries
     */
    public static DnsClient of(@Nullable InetSocketAddress server, Duration timeout) {
        Resolver target;
        if (server == null) {
            target = new ExtendedResolver();
        } else {
            target = new SimpleResolver(server);
        }
        return new DnsClient(new LimitedResolver(target, timeout, MOST_QUERIES));
    }

    /**
     * Returns the number of queries so far.
     *
     * @return at most 30
     */
    public int queries() {
        return resolver.queries();
    }

    /**
     * Asks for texts.
     *
     * @param name a domain name
     * @return each record as one text, its strings joined
     */
    public DnsAnswer texts(String name) {
        return ask(name, Type.TXT);
    }

    /**
     * Asks for the names of an address.
     *
     * @param address the address
     * @return the names, in lower case without the last dot
     */
    public DnsAnswer namesOf(IpAddress address) {
        return ask(ReverseMap.fromAddress(address.toInetAddress()).toString(), Type.PTR);
    }

    /**
     * Asks for the mail exchangers of a domain.
     *
     * @param domain a domain name
     * @return their names, in lower case without the last dot
     */
    public DnsAnswer exchangersOf(String domain) {
        return ask(domain, Type.MX);
    }

    /**
     * Asks for the addresses of a name.
     *
     * @param name a domain name
     * @param ipv4 true for IPv4, false for IPv6
     * @return the addresses as literals
     */
    public DnsAnswer addressesOf(String name, boolean ipv4) {
        return ask(name, ipv4 ? Type.A : Type.AAAA);
    }

    DnsAnswer ask(String host, int type) {
        Name name;
        try {
            name = Name.fromString(host, Name.root);
        } catch (TextParseException e) {
            return DnsAnswer.none(); // not a name, so it has no records
        }
        Lookup lookup = new Lookup(name, type);
        lookup.setResolver(resolver);
        lookup.setCache(null); // the library's own is shared by all resolvers of the process
        lookup.setSearchPath(List.of());
        lookup.setHostsFileParser(null);
        Record[] found = lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL -> DnsAnswer.found(found == null ? List.of() : texts(found));
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> DnsAnswer.none();
            default -> DnsAnswer.failed(PrintableText.of(host + ": " + lookup.getErrorString()));
        };
    }

    private static List<String> texts(Record[] records) {
        List<String> texts = new ArrayList<>();
        for (Record found : records) {
            if (found instanceof ARecord a) {
                texts.add(IpAddress.of(a.getAddress()).toString());
            } else if (found instanceof AAAARecord aaaa) {
                texts.add(aaaa.getAddress().getHostAddress());
            } else if (found instanceof MXRecord mx) {
                texts.add(plain(mx.getTarget()));
            } else if (found instanceof PTRRecord ptr) {
                texts.add(plain(ptr.getTarget()));
            } else if (found instanceof TXTRecord txt) {
                texts.add(String.join("", txt.getStrings()));
            }
        }
        return texts;
    }

    private static String plain(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }
}
