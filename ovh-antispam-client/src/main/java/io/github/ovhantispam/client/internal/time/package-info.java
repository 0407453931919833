/** Deadlines, durations, and the clocks of the client and of the server. */
@NullMarked
package io.github.ovhantispam.client.internal.time;

import org.jspecify.annotations.NullMarked;
