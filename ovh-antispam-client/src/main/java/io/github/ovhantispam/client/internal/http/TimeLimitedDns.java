package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.AntispamInterruptedException;
import io.github.ovhantispam.client.internal.concurrent.CancellationScope;
import io.github.ovhantispam.client.internal.time.Durations;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
public final class TimeLimitedDns implements Dns {

    private static final int MOST_LEFT_BEHIND = 8;

    /** OkHttp asks on the thread that makes the call, and does not say for which call. */
    private static final ThreadLocal<Limit> LIMIT = new ThreadLocal<>();

    private final Dns dns;

    /** By name: all attempts that want it at the same time wait for the same look-up. */
    private final Map<String, FutureTask<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    /** Look-ups that nobody waits for any more. So many may hang before no other is begun. */
    private final Set<FutureTask<List<InetAddress>>> leftBehind = ConcurrentHashMap.newKeySet();

    /** The longest wait of an attempt, and the scope that can end it earlier. */
    private record Limit(Duration within, CancellationScope scope) {}

    TimeLimitedDns(Dns dns) {
        this.dns = dns;
    }

    /** Limits the look-ups of this thread. */
    public void limit(Duration within, CancellationScope scope) {
        LIMIT.set(new Limit(within, scope));
    }

    public void unlimit() {
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
            leaveBehind(hostname, lookup);
            UnknownHostException late = unknown(hostname, "no response of the resolver in time");
            late.initCause(e);
            throw late;
        } catch (AntispamInterruptedException | IllegalStateException e) { // or the client is closed already
            throw unknown(hostname, "interrupted");
        }
    }

    /** The next attempt asks anew, for a question may have been lost; but not without end, if all are. */
    private void leaveBehind(String hostname, FutureTask<List<InetAddress>> lookup) {
        if (leftBehind.size() < MOST_LEFT_BEHIND) {
            leftBehind.add(lookup);
            underWay.remove(hostname, lookup);
            if (lookup.isDone()) {
                leftBehind.remove(lookup);
            }
        }
    }

    private FutureTask<List<InetAddress>> begin(String hostname) {
        FutureTask<List<InetAddress>> lookup = new FutureTask<>(() -> dns.lookup(hostname)) {
            @Override
            protected void done() {
                underWay.remove(hostname, this);
                leftBehind.remove(this);
            }
        };
        Thread thread = new Thread(lookup, "ovh-antispam-dns");
        thread.setDaemon(true);
        thread.start();
        return lookup;
    }

    private static UnknownHostException unknown(String hostname, String why) {
        return new UnknownHostException(hostname + ": " + why);
    }
}
