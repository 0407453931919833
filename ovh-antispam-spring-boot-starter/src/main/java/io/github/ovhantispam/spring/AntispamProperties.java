package io.github.ovhantispam.spring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties of the client, as text where they are checked here rather than by their conversion.
 *
 * @param endpoint a name or a URL
 */
@ConfigurationProperties("ovh.antispam")
record AntispamProperties(
        @DefaultValue("ovh-eu") String endpoint,
        @Nullable String applicationKey,
        @Nullable String applicationSecret,
        @Nullable String consumerKey,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String accessToken,
        @Nullable Duration timeout,
        @Nullable String userAgent,
        @DefaultValue List<String> trust,
        @DefaultValue Retry retry,
        @DefaultValue Proxy proxy,
        @DefaultValue Watch watch) {

    record Retry(
            @Nullable Integer maxAttempts,
            @Nullable Duration baseDelay,
            @Nullable Duration maxDelay,
            @Nullable Duration maxRetryAfter) {}

    record Proxy(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String username,
            @Nullable String password) {

        /** The settings that are not secret. */
        @Override
        public String toString() {
            return "Proxy[" + host + ':' + port + ']';
        }
    }

    record Watch(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("true") boolean autoStartup,
            @DefaultValue("5m") Duration interval,
            @DefaultValue("60") int ratePerMinute,
            @DefaultValue("8") int concurrency,
            @DefaultValue("1") int batch,
            @DefaultValue("false") boolean includeIpv6,
            @DefaultValue("10s") Duration restartDelay,
            @DefaultValue Jdbc jdbc) {}

    record Jdbc(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("default") String name,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("embedded") InitializeSchema initializeSchema) {}

    enum InitializeSchema {
        NEVER,
        EMBEDDED,
        ALWAYS
    }

    /** The settings that are not secret. */
    @Override
    public String toString() {
        return "AntispamProperties[" + endpoint + ", " + timeout + ", " + retry + ", " + proxy + ", " + watch + ']';
    }
}
