/** The emulator in a JVM of its own, which the programs ask. */
@NullMarked
package io.github.ovhantispam.benchmarks.server;

import org.jspecify.annotations.NullMarked;
