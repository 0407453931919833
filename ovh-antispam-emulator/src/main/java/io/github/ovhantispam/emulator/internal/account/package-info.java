/** The blocks of the emulated account and the states of their addresses. */
package io.github.ovhantispam.emulator.internal.account;
