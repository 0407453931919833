/** The start of a program, and what it has to load. */
@NullMarked
package io.github.ovhantispam.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
