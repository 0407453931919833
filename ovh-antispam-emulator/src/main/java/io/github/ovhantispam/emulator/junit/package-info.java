/** The emulator as a JUnit extension. */
package io.github.ovhantispam.emulator.junit;
