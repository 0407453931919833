/** Releases that wait. */
@NullMarked
package io.github.ovhantispam.benchmarks.release;

import org.jspecify.annotations.NullMarked;
