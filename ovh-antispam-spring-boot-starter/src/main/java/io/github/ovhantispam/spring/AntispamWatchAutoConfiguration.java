package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Sweep;
import io.github.ovhantispam.client.Watch;
import io.github.ovhantispam.client.WatchStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of an {@link AntispamWatch}, for {@code ovh.antispam.watch.enabled=true}. It keeps its state
 * in the application's {@link WatchStore}, if there is such a bean; else it begins anew with each start.
 */
@AutoConfiguration(after = AntispamAutoConfiguration.class)
@ConditionalOnProperty("ovh.antispam.watch.enabled")
public class AntispamWatchAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AntispamWatch antispamWatch(
            AntispamClient client,
            AntispamProperties properties,
            ObjectProvider<WatchStore> stores,
            ObjectProvider<WatchGuard> guards,
            ApplicationEventPublisher events) {
        AntispamProperties.Watch settings = properties.watch();
        if (settings.restartDelay().isNegative() || settings.restartDelay().isZero()) {
            throw new InvalidAntispamPropertyException("ovh.antispam.watch.restart-delay is wrong: it is not positive");
        }
        Watch watch = Checked.value(
                "ovh.antispam.watch.interval", () -> sweep(client, settings).watch(settings.interval()));
        WatchStore store = stores.getIfAvailable();
        return new AntispamWatch(
                store == null ? watch : watch.store(store),
                guards.getIfAvailable(() -> WatchGuard.ALONE),
                events,
                settings.restartDelay(),
                settings.autoStartup());
    }

    private static Sweep sweep(AntispamClient client, AntispamProperties.Watch settings) {
        Sweep sweep = client.sweep();
        Sweep paced = Checked.value(
                "ovh.antispam.watch.rate-per-minute", () -> sweep.ratePerMinute(settings.ratePerMinute()));
        Sweep parallel =
                Checked.value("ovh.antispam.watch.concurrency", () -> paced.concurrency(settings.concurrency()));
        Sweep batched = Checked.value("ovh.antispam.watch.batch", () -> parallel.batch(settings.batch()));
        return settings.includeIpv6() ? batched.includeIpv6() : batched;
    }
}
