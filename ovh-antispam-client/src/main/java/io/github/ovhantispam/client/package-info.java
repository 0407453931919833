/** The client of the OVHcloud AntiSpam API. Start at {@code AntispamClient}. */
@NullMarked
package io.github.ovhantispam.client;

import org.jspecify.annotations.NullMarked;
