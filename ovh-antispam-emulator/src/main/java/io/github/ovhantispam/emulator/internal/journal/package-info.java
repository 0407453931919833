/** The bounded memory of a journal. */
package io.github.ovhantispam.emulator.internal.journal;
