/** The emulator beside WireMock, and its journal. */
@NullMarked
package io.github.ovhantispam.benchmarks.emulator;

import org.jspecify.annotations.NullMarked;
