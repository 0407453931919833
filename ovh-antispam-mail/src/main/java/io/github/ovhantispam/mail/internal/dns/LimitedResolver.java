package io.github.ovhantispam.mail.internal.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/** A resolver that stops after a number of queries and a time, both for one check. */
final class LimitedResolver implements Resolver {

    private static final int TRIES = 2;

    private final Resolver target;
    private final Duration timeout;
    private final int mostQueries;
    private final long start = System.nanoTime();
    private int queries;

    LimitedResolver(Resolver target, Duration timeout, int mostQueries) {
        this.target = target;
        this.timeout = timeout;
        this.mostQueries = mostQueries;
    }

    int queries() {
        return queries;
    }

    @Override
    public Message send(Message query) throws IOException {
        if (queries >= mostQueries) {
            throw new IOException("the check needs more than " + mostQueries + " DNS queries");
        }
        queries++;
        IOException last = new IOException("the check took longer than " + timeout.toMillis() + " ms");
        for (int attempt = 0; attempt < TRIES && !left().isNegative() && !left().isZero(); attempt++) {
            Duration share = timeout.dividedBy(4);
            target.setTimeout(left().compareTo(share) < 0 ? left() : share);
            try {
                return target.send(query);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private Duration left() {
        return timeout.minusNanos(System.nanoTime() - start);
    }

    private static UnsupportedOperationException fixed() {
        return new UnsupportedOperationException("the resolver of a check is made with its settings");
    }

    @Override
    public void setPort(int port) {
        throw fixed();
    }

    @Override
    public void setTCP(boolean flag) {
        throw fixed();
    }

    @Override
    public void setIgnoreTruncation(boolean flag) {
        throw fixed();
    }

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
        throw fixed();
    }

    @Override
    public void setTSIGKey(TSIG key) {
        throw fixed();
    }

    @Override
    public void setTimeout(Duration timeout) {
        throw fixed();
    }
}
