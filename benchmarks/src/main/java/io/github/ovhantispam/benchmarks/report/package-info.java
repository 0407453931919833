/** Figures taken in turns, their budgets, and the document that they are written into. */
@NullMarked
package io.github.ovhantispam.benchmarks.report;

import org.jspecify.annotations.NullMarked;
