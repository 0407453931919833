package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.internal.config.ProxyCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for a proxy that asks for them: sent once for each connection, in the request for the tunnel alone,
 * by one connection at a time until a proxy has accepted them, and not again for a while after they were refused, since
 * many directories lock an account after a few failures.
 */
final class ProxyAuthentication implements Authenticator {

    static final Duration REFUSED_FOR = Duration.ofMinutes(10);

    private static final String HEADER = "Proxy-Authorization";

    private final @Nullable String basic;
    private final @Nullable Authenticator others;
    private final ProxyTrial trial = new ProxyTrial();
    private volatile @Nullable Long refusedAt;

    /**
     * Creates an authenticator.
     *
     * @param credentials to be sent to a proxy that asks for the Basic scheme, or null
     * @param others asked when there are no such credentials, or null
     */
    ProxyAuthentication(@Nullable ProxyCredentials credentials, @Nullable Authenticator others) {
        this.basic = credentials == null ? null : credentials.header();
        this.others = others;
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) throws IOException {
        Request request = response.request();
        if (!request.method().equals("CONNECT")) {
            throw fromBeyond();
        }
        String proxy = name(route);
        String given = basic;
        if (given == null) {
            return byOthers(route, response, proxy);
        }
        List<String> schemes =
                response.challenges().stream().map(Challenge::scheme).toList();
        if (schemes.contains("OkHttp-Preemptive")) {
            return null; // nothing is sent unasked
        }
        if (request.header(HEADER) != null) {
            refusedAt = System.nanoTime();
            trial.refused();
            throw refused(proxy);
        }
        if (schemes.stream().noneMatch("Basic"::equalsIgnoreCase)) {
            throw new ProxyRefusalException(proxy + " asks for credentials (407), and not by the Basic scheme, the only"
                    + " one that proxyCredentials(..) serves: allow Basic there, or give an httpClient(..) with a"
                    + " proxyAuthenticator for its scheme");
        }
        checkNotRefused(proxy);
        trial.begin();
        try {
            checkNotRefused(proxy); // while this one waited for its turn
        } catch (ProxyRefusalException e) {
            trial.refused();
            throw e;
        }
        return request.newBuilder().header(HEADER, given).build();
    }

    private void checkNotRefused(String proxy) throws ProxyRefusalException {
        Long refusal = refusedAt;
        if (refusal != null && System.nanoTime() - refusal < REFUSED_FOR.toNanos()) {
            throw refused(proxy);
        }
    }

    /** Notes that a proxy made a tunnel, so that its credentials are not on trial any more. */
    void tunnelMade() {
        trial.tunnelMade();
    }

    /** Returns the refusal of a 407 that came for a request and not for a tunnel: it must not get the credentials. */
    static ProxyRefusalException fromBeyond() {
        return new ProxyRefusalException(
                "a proxy asks for credentials (407), and it is not one that this client was told"
                        + " of, so it gets none: check the endpoint, and what lies between");
    }

    private @Nullable Request byOthers(@Nullable Route route, Response response, String proxy) throws IOException {
        Request next = others == null ? null : others.authenticate(route, response);
        if (response.challenges().stream()
                .anyMatch(challenge -> challenge.scheme().equals("OkHttp-Preemptive"))) {
            return next;
        }
        String sent = response.request().header(HEADER);
        if (next == null || (sent != null && sent.equals(next.header(HEADER)))) {
            throw new ProxyRefusalException(
                    sent == null
                            ? proxy + " asks for credentials (407): give them with proxyCredentials(user, password)"
                            : proxy + " refuses the credentials (407) of the httpClient's proxyAuthenticator: correct"
                                    + " them");
        }
        return next;
    }

    private static ProxyRefusalException refused(String proxy) {
        return new ProxyRefusalException(
                proxy + " refuses the proxyCredentials (407): correct them. This client does not"
                        + " send them again for 10 minutes, since many proxies lock an account after a few failures");
    }

    private static String name(@Nullable Route route) {
        return route != null && route.proxy().address() instanceof InetSocketAddress address
                ? "the proxy " + address.getHostString() + ':' + address.getPort()
                : "the proxy";
    }
}
