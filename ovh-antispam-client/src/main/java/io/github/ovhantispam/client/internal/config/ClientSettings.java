package io.github.ovhantispam.client.internal.config;

import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.CallOptions;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.client.Sleeper;
import io.github.ovhantispam.client.internal.secret.HeaderValue;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The settings of the builder. */
public final class ClientSettings {

    @Nullable
    public Endpoint endpoint;

    @Nullable
    public AuthMethod credentials;

    @Nullable
    public Map<String, String> environment;

    public CallOptions options = CallOptions.standard();

    @Nullable
    public ProxySelector proxy;

    @Nullable
    public SSLContext sslContext;

    @Nullable
    public X509TrustManager trustManager;

    @Nullable
    public ProxyCredentials proxyCredentials;

    @Nullable
    public PemTrust trust;

    @Nullable
    public String userAgent;

    public AntispamListener listener = new AntispamListener() {};

    @Nullable
    public InstantSource clock;

    @Nullable
    public Sleeper sleeper;

    @Nullable
    public OkHttpClient httpClient;

    public void endpoint(Endpoint endpoint) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    }

    public void credentials(AuthMethod credentials) {
        this.credentials = credentials;
    }

    public void environment(Map<String, String> environment) {
        this.environment = Map.copyOf(Objects.requireNonNull(environment, "environment"));
    }

    public void options(UnaryOperator<CallOptions> change) {
        this.options = change.apply(options);
    }

    public void proxy(ProxySelector proxy) {
        this.proxy = Objects.requireNonNull(proxy, "proxySelector");
    }

    public void proxyCredentials(String user, String password) {
        this.proxyCredentials = ProxyCredentials.of(user, password);
    }

    public void trust(Path pem) {
        PemTrust more = PemTrust.of(Objects.requireNonNull(pem, "pem"));
        this.trust = trust == null ? more : trust.and(more);
    }

    public void sslContext(SSLContext sslContext, X509TrustManager trustManager) {
        this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
        this.trustManager = Objects.requireNonNull(trustManager, "trustManager");
    }

    public void userAgent(String userAgent) {
        this.userAgent = HeaderValue.withSpaces("userAgent", userAgent);
    }

    public void listener(AntispamListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    public void clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    public void sleeper(Sleeper sleeper) {
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    }

    public void httpClient(OkHttpClient httpClient) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
    }

    /** Fails when two settings say different things about the same matter. */
    public void checkConsistent() {
        boolean twice = environment != null && CredentialChain.hasKey(environment);
        contradict("credentials", credentials, "environment", twice ? environment : null);
        contradict("httpClient", httpClient, "proxy", proxy);
        contradict("httpClient", httpClient, "proxyCredentials", proxyCredentials);
        contradict("httpClient", httpClient, "sslContext", sslContext);
        contradict("httpClient", httpClient, "trust", trust);
        contradict("sslContext", sslContext, "trust", trust);
    }

    private static void contradict(String name, @Nullable Object value, String otherName, @Nullable Object otherValue) {
        if (value != null && otherValue != null) {
            throw new IllegalStateException(name + " and " + otherName + " contradict each other: set one of them");
        }
    }

    @Override
    public String toString() {
        return "endpoint=" + endpoint + ", credentials=" + credentials + ", " + options;
    }
}
