/** Blocks, addresses, spam states and statistics, as the OVHcloud AntiSpam API gives them. */
@NullMarked
package io.github.ovhantispam.model;

import org.jspecify.annotations.NullMarked;
