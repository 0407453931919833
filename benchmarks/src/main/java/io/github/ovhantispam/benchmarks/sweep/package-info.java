/** Sweeps of small and large accounts. */
@NullMarked
package io.github.ovhantispam.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
