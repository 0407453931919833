package io.github.ovhantispam.spring;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of the health indicator {@code antispam} for Spring Boot 4, which sends no request of its own.
 * Switched off by {@code management.health.antispam.enabled=false}.
 */
@AutoConfiguration(before = AntispamAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.health.contributor.HealthIndicator",
            "org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnEnabledHealthIndicator("antispam")
@ConditionalOnProperty(name = "ovh.antispam.enabled", matchIfMissing = true)
public class AntispamBoot4HealthAutoConfiguration {

    @Bean
    ExchangeHealth antispamExchangeHealth() {
        return new ExchangeHealth(InstantSource.system());
    }

    @Bean
    @ConditionalOnMissingBean(name = "antispamHealthIndicator")
    HealthIndicator antispamHealthIndicator(ExchangeHealth health) {
        return () -> {
            Health.Builder builder = switch (health.verdict()) {
                case UNKNOWN -> Health.unknown();
                case UP -> Health.up();
                case DOWN -> Health.down();
            };
            return builder.withDetails(health.details()).build();
        };
    }
}
