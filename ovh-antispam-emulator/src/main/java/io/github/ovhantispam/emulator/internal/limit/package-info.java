/** The limits of dates, durations and memory. */
package io.github.ovhantispam.emulator.internal.limit;
