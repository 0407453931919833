/** The client of the OVHcloud AntiSpam API. Start at {@code AntispamClient}. */
package io.github.ovhantispam.client;
