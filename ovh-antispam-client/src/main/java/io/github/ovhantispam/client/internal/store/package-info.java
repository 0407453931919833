/** Files that keep the state of a watch, whole or not at all, and for one writer at a time. */
@NullMarked
package io.github.ovhantispam.client.internal.store;

import org.jspecify.annotations.NullMarked;
