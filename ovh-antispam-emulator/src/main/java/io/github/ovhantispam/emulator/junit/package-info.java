/** The emulator as a JUnit extension. */
@NullMarked
package io.github.ovhantispam.emulator.junit;

import org.jspecify.annotations.NullMarked;
