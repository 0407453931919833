package io.github.ovhantispam.spring;

import java.time.InstantSource;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of the health indicator {@code antispam} for Spring Boot 3, which sends no request of its own.
 * Switched off by {@code management.health.antispam.enabled=false}.
 */
@AutoConfiguration(before = AntispamAutoConfiguration.class)
@ConditionalOnClass(
        name = {
            "org.springframework.boot.actuate.health.HealthIndicator",
            "org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator"
        })
@ConditionalOnEnabledHealthIndicator("antispam")
@ConditionalOnProperty(name = "ovh.antispam.enabled", matchIfMissing = true)
public class AntispamHealthAutoConfiguration {

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
