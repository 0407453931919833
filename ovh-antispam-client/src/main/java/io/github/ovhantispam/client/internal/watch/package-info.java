/** Watches: repeated sweeps, and the decision on which differences between them are news. */
@NullMarked
package io.github.ovhantispam.client.internal.watch;

import org.jspecify.annotations.NullMarked;
