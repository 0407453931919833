/** Programs in JVMs of their own, with the class path that their users would have. */
@NullMarked
package io.github.ovhantispam.benchmarks.program;

import org.jspecify.annotations.NullMarked;
