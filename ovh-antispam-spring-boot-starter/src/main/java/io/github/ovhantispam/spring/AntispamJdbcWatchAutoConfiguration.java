package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.WatchStore;
import io.github.ovhantispam.jdbc.JdbcWatchStore;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The auto-configuration of a {@link JdbcWatchStore} in the application's {@link DataSource}, so that one of its
 * replicas watches. Backs off for a {@link WatchStore} of the application's own, and for
 * {@code ovh.antispam.watch.jdbc.enabled=false}.
 */
@AutoConfiguration(
        before = AntispamWatchAutoConfiguration.class,
        after = AntispamAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnClass(JdbcWatchStore.class)
@ConditionalOnBean(DataSource.class)
@ConditionalOnMissingBean(WatchStore.class)
@ConditionalOnProperty("ovh.antispam.watch.enabled")
public class AntispamJdbcWatchAutoConfiguration {

    @Bean
    @ConditionalOnProperty(name = "ovh.antispam.watch.jdbc.enabled", matchIfMissing = true)
    JdbcWatchStore antispamJdbcWatchStore(
            DataSource dataSource,
            AntispamProperties properties,
            ObjectProvider<AntispamConnectionDetails> connection,
            Environment environment) {
        AntispamProperties.Jdbc settings = properties.watch().jdbc();
        new JdbcWatchSchema(dataSource, settings.initializeSchema()).initialize();
        AntispamConnectionDetails details = connection.getIfAvailable();
        String application = environment.getProperty("spring.application.name", "an application without a name")
                + " at " + (details == null ? "an endpoint of its own" : details.endpoint());
        JdbcWatchStore store = Checked.value(
                "ovh.antispam.watch.jdbc.name", () -> JdbcWatchStore.of(dataSource, settings.name(), application));
        return Checked.value("ovh.antispam.watch.jdbc.lease", () -> store.lease(settings.lease()));
    }

    @Bean
    @ConditionalOnBean(JdbcWatchStore.class)
    WatchGuard antispamJdbcWatchGuard(JdbcWatchStore store) {
        return new JdbcWatchGuard(store);
    }
}
