/** The parts of a fault: its timing, its limits and its effect. */
package io.github.ovhantispam.emulator.internal.fault;
