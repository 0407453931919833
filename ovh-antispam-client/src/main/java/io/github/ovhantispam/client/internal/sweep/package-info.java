/** Sweeps: the lists of all blocks, read by several workers at one pace, and the rank of what they show. */
@NullMarked
package io.github.ovhantispam.client.internal.sweep;

import org.jspecify.annotations.NullMarked;
