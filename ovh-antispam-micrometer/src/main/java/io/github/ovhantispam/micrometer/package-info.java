/** The requests of a client as Micrometer metrics and observations. */
@NullMarked
package io.github.ovhantispam.micrometer;

import org.jspecify.annotations.NullMarked;
