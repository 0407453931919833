package io.github.ovhantispam.spring.test;

import io.github.ovhantispam.client.Credentials;
import io.github.ovhantispam.client.Endpoint;
import io.github.ovhantispam.emulator.AntispamEmulator;
import io.github.ovhantispam.spring.AntispamClientBuilderCustomizer;
import io.github.ovhantispam.spring.AntispamConnectionDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Adds the emulator, and what connects the client to it. Equal to each other, so that contexts are shared. */
final class EmulatorContextCustomizer implements ContextCustomizer {

    @Override
    public void customizeContext(
            ConfigurableApplicationContext context, MergedContextConfiguration mergedConfiguration) {
        // After all that the test says itself.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource("antispamEmulator", Map.of("ovh.antispam.watch.auto-startup", "false")));
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) context.getBeanFactory();
        RootBeanDefinition emulator = new RootBeanDefinition(AntispamEmulator.class, AntispamEmulator::start);
        emulator.setDestroyMethodName("close");
        registry.registerBeanDefinition("antispamEmulator", emulator);
        registry.registerBeanDefinition(
                "antispamEmulatorConnectionDetails",
                new RootBeanDefinition(
                        AntispamConnectionDetails.class,
                        () -> new EmulatorConnectionDetails(context.getBean(AntispamEmulator.class))));
        registry.registerBeanDefinition(
                "antispamEmulatorClock", new RootBeanDefinition(AntispamClientBuilderCustomizer.class, () -> {
                    AntispamEmulator server = context.getBean(AntispamEmulator.class);
                    return builder -> builder.clock(server.clock()).sleeper(server.clock()::sleep);
                }));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmulatorContextCustomizer;
    }

    @Override
    public int hashCode() {
        return EmulatorContextCustomizer.class.hashCode();
    }

    /** The emulator as the client's server. */
    private static final class EmulatorConnectionDetails implements AntispamConnectionDetails {

        private final AntispamEmulator emulator;

        EmulatorConnectionDetails(AntispamEmulator emulator) {
            this.emulator = emulator;
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.of(emulator.endpoint().toString());
        }

        @Override
        public Credentials credentials() {
            Map<String, String> environment = emulator.environment();
            return Credentials.applicationKeys(
                    environment.getOrDefault("OVH_APPLICATION_KEY", ""),
                    environment.getOrDefault("OVH_APPLICATION_SECRET", ""),
                    environment.getOrDefault("OVH_CONSUMER_KEY", ""));
        }
    }
}
