package io.github.ovhantispam.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.junit.AntispamEmulatorExtension;
import io.github.ovhantispam.micrometer.AntispamMetrics;
import io.github.ovhantispam.micrometer.AntispamObservations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Health and metrics, where the actuator is. */
class ActuatorTest {

    @RegisterExtension
    static final AntispamEmulatorExtension OVH = AntispamEmulatorExtension.create();

    private ApplicationContextRunner runner() {
        Map<String, String> environment = OVH.emulator().accessTokenEnvironment();
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AntispamAutoConfiguration.class,
                        AntispamBoot4HealthAutoConfiguration.class,
                        AntispamHealthAutoConfiguration.class,
                        AntispamMetricsAutoConfiguration.class))
                .withPropertyValues(
                        "ovh.antispam.endpoint=" + environment.get("OVH_ENDPOINT"),
                        "ovh.antispam.access-token=" + environment.get("OVH_ACCESS_TOKEN"),
                        "ovh.antispam.retry.max-attempts=1");
    }

    @Test
    void health_followsTheRequestsOfTheApplication_andMakesNone() {
        runner().run(context -> {
            HealthIndicator health = context.getBean("antispamHealthIndicator", HealthIndicator.class);
            AntispamClient client = context.getBean(AntispamClient.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(OVH.journal().entries()).isEmpty();

            client.ipBlocks().list();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(health.health().getDetails()).containsEntry("lastOutcome", "200");

            OVH.faults().on(Operation.LIST_BLOCKS).times(2).status(500);
            OVH.faults().on(Operation.LIST_BLOCKS).times(1).resetBeforeProcessing();
            assertThat(catchThrowable(() -> client.ipBlocks().list())).isNotNull();
            assertThat(catchThrowable(() -> client.ipBlocks().list())).isNotNull();
            assertThat(health.health().getStatus()).as("two failures").isEqualTo(Status.UP);
            assertThat(catchThrowable(() -> client.ipBlocks().list())).isNotNull();
            assertThat(health.health().getStatus()).as("three failures").isEqualTo(Status.DOWN);

            client.ipBlocks().list();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            OVH.emulator().revokeAccessTokens();
            assertThat(catchThrowable(() -> client.ipBlocks().list())).isNotNull();
            assertThat(health.health().getStatus()).as("rejected credentials").isEqualTo(Status.DOWN);
        });
    }

    @Test
    void health_whenSwitchedOff_isNotThere() {
        runner().withPropertyValues("management.health.antispam.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("antispamHealthIndicator"));
    }

    @Test
    void metrics_withARegistryOfMetersOnly_areMetrics() {
        runner().withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            assertThat(context).hasSingleBean(AntispamMetrics.class).doesNotHaveBean(AntispamObservations.class);
            context.getBean(AntispamClient.class).ipBlocks().list();
            assertThat(context.getBean(MeterRegistry.class)
                            .get("antispam.requests")
                            .timer()
                            .count())
                    .isPositive();
        });
    }

    @Test
    void metrics_withAnObservationRegistry_areObservations() {
        runner().withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(ObservationRegistry.class, ObservationRegistry::create)
                .run(context -> assertThat(context)
                        .hasSingleBean(AntispamObservations.class)
                        .doesNotHaveBean(AntispamMetrics.class));
    }

    @Test
    void context_withoutMeters_starts() {
        runner().withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context ->
                        assertThat(context).hasSingleBean(AntispamClient.class).doesNotHaveBean(AntispamMetrics.class));
    }
}
