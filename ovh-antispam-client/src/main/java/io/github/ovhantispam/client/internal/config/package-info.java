/** The settings of a client, and the search for its credentials and its endpoint. */
@NullMarked
package io.github.ovhantispam.client.internal.config;

import org.jspecify.annotations.NullMarked;
