/** The refusals of the API and their bodies. */
package io.github.ovhantispam.emulator.internal.error;
