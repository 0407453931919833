/** Releases: the wait for the end of a block, the unblocking, and the wait until it is effective. */
@NullMarked
package io.github.ovhantispam.client.internal.release;

import org.jspecify.annotations.NullMarked;
