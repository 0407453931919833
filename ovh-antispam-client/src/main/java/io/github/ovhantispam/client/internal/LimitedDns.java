package io.github.ovhantispam.client.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
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
    private static final ThreadLocal<Duration> LIMIT = new ThreadLocal<>();

    LimitedDns(Dns dns) {
        this.dns = dns;
    }

    /** Limits the look-ups of this thread. */
    void limit(Duration attemptsLimit) {
        LIMIT.set(attemptsLimit);
    }

    void unlimit() {
        LIMIT.remove();
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        Duration within = LIMIT.get();
        if (within == null) {
            return dns.lookup(hostname);
        }
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> dns.lookup(hostname));
        Thread thread = new Thread(lookup, "ovh-antispam-dns");
        thread.setDaemon(true);
        thread.start();
        try {
            return lookup.get(Durations.nanos(within), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(hostname, e.getCause() instanceof UnknownHostException ? "unknown" : "look-up failed");
        } catch (TimeoutException e) {
            throw unknown(hostname, "no answer of the resolver in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(hostname, "interrupted");
        }
    }

    private static UnknownHostException unknown(String hostname, String why) {
        return new UnknownHostException(hostname + ": " + why);
    }
}
