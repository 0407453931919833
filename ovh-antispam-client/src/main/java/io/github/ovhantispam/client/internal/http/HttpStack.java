package io.github.ovhantispam.client.internal.http;

import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.internal.config.ClientSettings;
import io.github.ovhantispam.client.internal.config.PemTrust;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.AuthApi;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import retrofit2.Retrofit;

/** OkHttp, Retrofit and Jackson, set up so that none of them does anything behind the call loop's back. */
public final class HttpStack {

    /** For HTTP/2 only, where a request that is given up does not close its connection, dead as it may be. */
    private static final Duration PING = Duration.ofSeconds(10);

    /** As many as a sweep can have requests under way: fewer, and each would open a connection anew. */
    private static final int CONNECTIONS = 64;

    private final OkHttpClient base;
    private final ProxyAuthentication proxyAuthentication;
    private final TimeLimitedDns dns;
    private final boolean ours;
    private final URI baseUrl;
    private final ClientHeaders headers;
    private final Json json = new Json();

    public HttpStack(ClientSettings settings, Endpoint endpoint) {
        OkHttpClient given = settings.httpClient;
        ours = given == null;
        baseUrl = endpoint.baseUrl();
        OkHttpClient.Builder builder = given == null ? fresh(settings, isAllPlain(endpoint)) : given.newBuilder();
        NoProxyForPlainHttp proxies = given == null
                ? new NoProxyForPlainHttp(null, settings.proxy == null ? ProxySelector.getDefault() : settings.proxy)
                : new NoProxyForPlainHttp(given.proxy(), given.proxySelector());
        dns = new TimeLimitedDns(given == null ? Dns.SYSTEM : given.dns());
        proxyAuthentication =
                new ProxyAuthentication(settings.proxyCredentials, given == null ? null : given.proxyAuthenticator());
        builder.proxy(null)
                .proxySelector(proxies)
                .proxyAuthenticator(proxyAuthentication)
                .dns(dns)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .authenticator(Authenticator.NONE);
        builder.interceptors().add(0, new BodyInterceptor()); // around those of a client that was given
        base = builder.build();
        headers = new ClientHeaders(settings.userAgent);
    }

    private static boolean isAllPlain(Endpoint endpoint) {
        return NoProxyForPlainHttp.isPlain(endpoint.baseUrl())
                && endpoint.tokenUrl().map(NoProxyForPlainHttp::isPlain).orElse(true);
    }

    private static OkHttpClient.Builder fresh(ClientSettings settings, boolean withoutTls) {
        // The call loop limits each attempt as a whole. A limit for each read and write besides would wake OkHttp's
        // watchdog thread several times in each of them, which costs a seventh of the processor time of a call.
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .pingInterval(PING);
        if (withoutTls) {
            builder.connectionSpecs(
                    List.of(ConnectionSpec.CLEARTEXT)); // else OkHttp makes TLS ready, a fifth of a start
        }
        if (settings.sslContext != null) {
            builder.sslSocketFactory(
                    settings.sslContext.getSocketFactory(), Objects.requireNonNull(settings.trustManager));
        }
        if (settings.trust != null) {
            X509TrustManager trustManager = settings.trust.trustManager();
            builder.sslSocketFactory(PemTrust.sockets(trustManager), trustManager);
        }
        return builder;
    }

    public TimeLimitedDns dns() {
        return dns;
    }

    public Json json() {
        return json;
    }

    /** Returns the routes that need no right. */
    public AuthApi plain() {
        return retrofit(ProofHeaders.NONE).create(AuthApi.class);
    }

    /** Returns the routes that need a right, with what proves it. */
    public AntispamApi authenticated(ProofHeaders proof) {
        return retrofit(proof).create(AntispamApi.class);
    }

    private Retrofit retrofit(ProofHeaders proof) {
        OkHttpClient.Builder client =
                base.newBuilder().addNetworkInterceptor(new SendOnceInterceptor(proxyAuthentication, headers, proof));
        return new Retrofit.Builder()
                .baseUrl(baseUrl + "/")
                .client(client.build())
                .addConverterFactory(new WholeBodyConverterFactory(json.factory()))
                .addConverterFactory(new LateJacksonFactory(json))
                .build();
    }

    /** Closes the connections, unless they are those of a client that was given. */
    public void close() {
        if (ours) {
            base.connectionPool().evictAll();
        }
    }
}
