/** Calls: attempts, the retry table, pauses, deadlines, and the unblocking that is sent at most once. */
@NullMarked
package io.github.ovhantispam.client.internal.call;

import org.jspecify.annotations.NullMarked;
