/** The command line of the standalone program. */
package io.github.ovhantispam.emulator.internal.standalone;
