package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.AntispamListener;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of an {@link AntispamClient} from {@code ovh.antispam.*}.
 *
 * <p>Only the application's environment is read: neither the process's {@code OVH_*} variables nor {@code ovh.conf}.
 * Backs off for a client of the application's own, and for {@code ovh.antispam.enabled=false}.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "ovh.antispam.enabled", matchIfMissing = true)
@EnableConfigurationProperties(AntispamProperties.class)
public class AntispamAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean({AntispamConnectionDetails.class, AntispamClient.class})
    AntispamConnectionDetails antispamConnectionDetails(AntispamProperties properties) {
        return new PropertiesConnectionDetails(properties);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    AntispamClient antispamClient(
            AntispamProperties properties,
            AntispamConnectionDetails connection,
            ObjectProvider<AntispamListener> listeners,
            ObjectProvider<AntispamClientBuilderCustomizer> customizers) {
        AntispamClient.Builder builder = new ConfiguredBuilder(properties)
                .builder()
                .endpoint(connection.endpoint())
                .credentials(connection.credentials());
        List<AntispamListener> all = listeners.orderedStream().toList();
        if (!all.isEmpty()) {
            builder.listener(new CompositeListener(all));
        }
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }
}
