/** JSON, written and read by hand. */
package io.github.ovhantispam.emulator.internal.json;
