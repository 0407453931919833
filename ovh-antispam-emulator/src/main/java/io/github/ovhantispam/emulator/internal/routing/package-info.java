/** Routes, targets and parameters, which all handlers share. */
package io.github.ovhantispam.emulator.internal.routing;
