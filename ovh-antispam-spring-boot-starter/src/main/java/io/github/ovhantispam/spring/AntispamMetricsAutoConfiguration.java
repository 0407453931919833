package io.github.ovhantispam.spring;

import io.github.ovhantispam.micrometer.AntispamMetrics;
import io.github.ovhantispam.micrometer.AntispamObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The auto-configuration of {@link AntispamObservations} where there is an {@link ObservationRegistry}, and else of
 * {@link AntispamMetrics} where there is a {@link MeterRegistry}. A bean of either type of the application's own takes
 * their place.
 */
@AutoConfiguration(
        before = AntispamAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnProperty(name = "ovh.antispam.enabled", matchIfMissing = true)
public class AntispamMetricsAutoConfiguration {

    /** Where observations are made. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(ObservationRegistry.class)
    static class Observations {

        @Bean
        @ConditionalOnMissingBean({AntispamObservations.class, AntispamMetrics.class})
        AntispamObservations antispamObservations(ObservationRegistry registry) {
            return AntispamObservations.of(registry);
        }
    }

    /** Where there are meters only. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean(ObservationRegistry.class)
    static class Metrics {

        @Bean
        @ConditionalOnMissingBean({AntispamObservations.class, AntispamMetrics.class})
        AntispamMetrics antispamMetrics(MeterRegistry registry) {
            return AntispamMetrics.of(registry);
        }
    }
}
