/** The HTTP interface through which tests in other languages drive an emulator. */
package io.github.ovhantispam.emulator.internal.control;
