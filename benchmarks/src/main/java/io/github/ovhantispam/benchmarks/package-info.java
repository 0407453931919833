/** Measurements beside what else there is; docs/benchmarks.md has the figures. */
@NullMarked
package io.github.ovhantispam.benchmarks;

import org.jspecify.annotations.NullMarked;
