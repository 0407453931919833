/** Threads, scopes that end together, and work done once for all who need it. */
@NullMarked
package io.github.ovhantispam.client.internal.concurrent;

import org.jspecify.annotations.NullMarked;
