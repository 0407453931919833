package io.github.ovhantispam.spring;

import io.github.ovhantispam.client.AntispamClient;

/**
 * A bean that changes the builder of the application's client, for settings that have no property. Beans are called in
 * their order, after the properties were applied.
 */
@FunctionalInterface
public interface AntispamClientBuilderCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder what the properties made of it; its listener is set already and must not be replaced: declare a
     *     bean of {@link io.github.ovhantispam.client.AntispamListener} instead
     */
    void customize(AntispamClient.Builder builder);
}
