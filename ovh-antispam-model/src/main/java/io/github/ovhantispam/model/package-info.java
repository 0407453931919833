/** Blocks, addresses, spam states and statistics, as in the OVHcloud AntiSpam API. */
@NullMarked
package io.github.ovhantispam.model;

import org.jspecify.annotations.NullMarked;
