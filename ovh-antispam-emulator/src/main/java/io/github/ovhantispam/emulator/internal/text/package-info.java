/** Text from outside, made fit to be shown. */
package io.github.ovhantispam.emulator.internal.text;
