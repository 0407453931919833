/** One pass over the bytes of a log, in bounded memory. */
@NullMarked
package io.github.ovhantispam.mail.internal.log.scan;

import org.jspecify.annotations.NullMarked;
