/** The OVHcloud AntiSpam API in memory, for tests. */
@NullMarked
package io.github.ovhantispam.emulator;

import org.jspecify.annotations.NullMarked;
