/**
 * An {@link io.github.ovhantispam.client.AntispamClient} in a Spring Boot application, from its {@code ovh.antispam.*}
 * properties.
 */
@NullMarked
package io.github.ovhantispam.spring;

import org.jspecify.annotations.NullMarked;
