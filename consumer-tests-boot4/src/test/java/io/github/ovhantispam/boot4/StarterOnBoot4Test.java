package io.github.ovhantispam.boot4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.jdbc.JdbcWatchStore;
import io.github.ovhantispam.spring.AntispamWatch;
import io.github.ovhantispam.spring.test.AutoConfigureAntispamEmulator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole starter in an application with Boot 4: client, health, metrics, watch, store and emulator. */
@SpringBootTest(
        classes = Boot4Application.class,
        properties = {"ovh.antispam.watch.enabled=true", "spring.application.name=boot4"})
@AutoConfigureAntispamEmulator
class StarterOnBoot4Test {

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private AntispamEmulator emulator;

    @Autowired
    private AntispamClient client;

    @Test
    void client_ofTheEmulator_isMeasured_andReportsItsHealth() {
        assertThat(SpringBootVersion.getVersion()).startsWith("4.");
        emulator.ipBlock("192.0.2.0/28");

        assertThat(client.ipBlocks().list()).hasSize(1);

        HealthIndicator health = context.getBean("antispamHealthIndicator", HealthIndicator.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(context.getBean(MeterRegistry.class)
                        .get("antispam.requests")
                        .tag("route", "/ip")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void watch_withAStoreInTheDatabase_publishesChangesOnce() {
        emulator.ipBlock("192.0.2.0/28").spamIp("192.0.2.1").blockedFor(Duration.ofHours(1));
        AntispamWatch watch = context.getBean(AntispamWatch.class);

        watch.once();
        watch.once();

        assertThat(context.getBean(JdbcWatchStore.class).toString()).contains("boot4 at http://127.0.0.1");
        assertThat(context.getBean(Boot4Application.class).notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.id()).startsWith("192.0.2.1,"));
    }

    @Test
    void start_withoutCredentials_namesTheProperty() {
        Throwable failure =
                catchThrowable(() -> SpringApplication.run(Boot4Application.class, "--spring.main.banner-mode=off"));

        assertThat(failure).hasStackTraceContaining("ovh.antispam.application-key is missing");
    }
}
