/** Runnable programs that show the library at work, on the emulator unless told otherwise. */
package io.github.ovhantispam.examples;
