/** Secrets: the values that headers may have, and their removal from all that is shown. */
@NullMarked
package io.github.ovhantispam.client.internal.secret;

import org.jspecify.annotations.NullMarked;
