/** One signed call, made by this client and by others. */
@NullMarked
package io.github.ovhantispam.benchmarks.call;

import org.jspecify.annotations.NullMarked;
