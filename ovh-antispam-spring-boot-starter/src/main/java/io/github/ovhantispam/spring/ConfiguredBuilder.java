package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.RetryPolicy;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A builder with all that the properties say, save credentials. */
final class ConfiguredBuilder {

    private static final String PREFIX = "ovh.antispam.";

    private final AntispamProperties properties;

    ConfiguredBuilder(AntispamProperties properties) {
        this.properties = properties;
    }

    AntispamClient.Builder builder() {
        AntispamClient.Builder builder = AntispamClient.builder();
        apply("timeout", properties.timeout(), builder::timeout);
        apply("user-agent", properties.userAgent(), builder::userAgent);
        List<String> trust = properties.trust();
        for (int i = 0; i < trust.size(); i++) {
            apply("trust[" + i + "]", trust.get(i), file -> builder.trust(Path.of(file)));
        }
        proxy(builder, properties.proxy());
        return builder.retryPolicy(retryPolicy(properties.retry()));
    }

    private static <T> void apply(String name, @Nullable T value, Function<T, ?> setter) {
        if (value != null) {
            Checked.value(PREFIX + name, () -> setter.apply(value));
        }
    }

    private static void proxy(AntispamClient.Builder builder, AntispamProperties.Proxy proxy) {
        String host = proxy.host();
        Integer port = proxy.port();
        if (host == null && port == null && proxy.username() == null && proxy.password() == null) {
            return;
        }
        if (host == null || port == null) {
            throw new InvalidAntispamPropertyException(PREFIX + "proxy." + (host == null ? "host" : "port")
                    + " is missing: it is needed beside the other properties of the proxy");
        }
        builder.proxy(ProxySelector.of(
                Checked.value(PREFIX + "proxy.port", () -> InetSocketAddress.createUnresolved(host, port))));
        String username = proxy.username();
        String password = proxy.password();
        if (username == null && password == null) {
            return;
        }
        if (username == null || password == null) {
            throw new InvalidAntispamPropertyException(PREFIX + "proxy." + (username == null ? "username" : "password")
                    + " is missing: a proxy's username and password go together");
        }
        Checked.value(PREFIX + "proxy.username", () -> builder.proxyCredentials(username, password));
    }

    private static RetryPolicy retryPolicy(AntispamProperties.Retry retry) {
        RetryPolicy policy =
                with("max-attempts", RetryPolicy.standard(), retry.maxAttempts(), RetryPolicy::maxAttempts);
        policy = with("base-delay", policy, retry.baseDelay(), RetryPolicy::baseDelay);
        policy = with("max-delay", policy, retry.maxDelay(), RetryPolicy::maxDelay);
        return with("max-retry-after", policy, retry.maxRetryAfter(), RetryPolicy::maxRetryAfter);
    }

    private static <T> RetryPolicy with(
            String name, RetryPolicy policy, @Nullable T value, BiFunction<RetryPolicy, T, RetryPolicy> change) {
        return value == null ? policy : Checked.value(PREFIX + "retry." + name, () -> change.apply(policy, value));
    }
}
