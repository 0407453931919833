package io.github.ovhantispam.client.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/** OkHttp, Retrofit and Jackson, set up so that none of them does anything behind the call loop's back. */
final class HttpStack {

    /** No byte for this long means that the connection is dead; the call's own limit is the call loop's matter. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** As many as a sweep can have requests under way: fewer, and each would open a connection anew. */
    private static final int CONNECTIONS = 64;

    private final OkHttpClient base;
    private final LimitedDns dns;
    private final boolean ours;
    private final URI baseUrl;
    private final JsonMapper json;

    HttpStack(ClientSettings settings, URI baseUrl) {
        OkHttpClient given = settings.httpClient;
        ours = given == null;
        OkHttpClient.Builder builder = given == null ? fresh(settings) : given.newBuilder();
        if (baseUrl.getScheme().equalsIgnoreCase("http")) {
            builder.proxy(Proxy.NO_PROXY); // plain http is for this machine, and a proxy may be on another
        }
        dns = new LimitedDns(given == null ? Dns.SYSTEM : given.dns());
        base = builder.dns(dns)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cache(null)
                .authenticator(Authenticator.NONE)
                .addInterceptor(new UserAgentInterceptor(settings.userAgent))
                .addInterceptor(new BoundedErrorInterceptor())
                .build();
        this.baseUrl = baseUrl;
        json = mapper();
    }

    private static OkHttpClient.Builder fresh(ClientSettings settings) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE);
        if (settings.proxy != null) {
            builder.proxySelector(settings.proxy);
        }
        if (settings.sslContext != null) {
            builder.sslSocketFactory(
                    settings.sslContext.getSocketFactory(), Objects.requireNonNull(settings.trustManager));
        }
        return builder;
    }

    private static JsonMapper mapper() {
        SimpleModule lists = new SimpleModule();
        lists.addDeserializer(Listed.class, new ListedDeserializer());
        return JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .addModule(lists)
                .build();
    }

    LimitedDns dns() {
        return dns;
    }

    JsonMapper json() {
        return json;
    }

    /** The routes that need no right. */
    AuthApi plain() {
        return retrofit(null).create(AuthApi.class);
    }

    /** The routes that need a right, with what proves it. */
    AntispamApi authenticated(Interceptor proof) {
        return retrofit(proof).create(AntispamApi.class);
    }

    private Retrofit retrofit(@Nullable Interceptor proof) {
        OkHttpClient.Builder client = base.newBuilder().addNetworkInterceptor(new OneSendInterceptor());
        if (proof != null) {
            client.addNetworkInterceptor(proof);
        }
        return new Retrofit.Builder()
                .baseUrl(baseUrl + "/")
                .client(client.build())
                .addConverterFactory(new WholeBodyConverterFactory())
                .addConverterFactory(JacksonConverterFactory.create(json))
                .build();
    }

    /** Closes the connections, unless they are those of a client that was given. */
    void close() {
        if (ours) {
            base.connectionPool().evictAll();
        }
    }
}
