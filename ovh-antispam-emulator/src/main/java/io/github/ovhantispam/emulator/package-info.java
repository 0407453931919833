/** The OVHcloud AntiSpam API in memory, for tests. */
package io.github.ovhantispam.emulator;
