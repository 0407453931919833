package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamInterruptedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up within the limit of the attempt. A resolver that hangs obeys neither OkHttp's time limit nor an
 * interrupt, so it is asked on a thread that can be left behind.
 */
final class LimitedDns implements Dns {

    private final Dns dns;

    /** OkHttp asks on the thread that makes the call, and does not say for which call. */
    private static final ThreadLocal<Limit> LIMIT = new ThreadLocal<>();

    /** By name: a resolver that hangs is asked once, however many attempts wait for it. */
    private final Map<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /** How long an attempt may wait, and what can end it earlier. */
    private record Limit(Duration within, CallScope scope) {}

    LimitedDns(Dns dns) {
        this.dns = dns;
    }

    /** Limits the look-ups of this thread. */
    void limit(Duration within, CallScope scope) {
        LIMIT.set(new Limit(within, scope));
    }

    void unlimit() {
        LIMIT.remove();
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        Limit limit = LIMIT.get();
        if (limit == null) {
            return dns.lookup(hostname);
        }
        FutureTask<List<InetAddress>> lookup = underWay.computeIfAbsent(hostname, this::begin);
        try {
            return limit.scope.blocking(() -> lookup.get(Durations.nanos(limit.within), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            throw unknown(hostname, e.getCause() instanceof UnknownHostException ? "unknown" : "look-up failed");
        } catch (TimeoutException e) {
            throw unknown(hostname, "no answer of the resolver in time");
        } catch (AntispamInterruptedException | IllegalStateException e) { // or the client is closed already
            throw unknown(hostname, "interrupted");
        }
    }

    private FutureTask<List<InetAddress>> begin(String hostname) {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> {
            try {
                return dns.lookup(hostname);
            } finally {
                underWay.remove(hostname);
            }
        });
        Thread thread = new Thread(lookup, "ovh-antispam-dns");
        thread.setDaemon(true);
        thread.start();
        return lookup;
    }

    private static UnknownHostException unknown(String hostname, String why) {
        return new UnknownHostException(hostname + ": " + why);
    }
}
