/** Mails put together from the lines that concern them. */
@NullMarked
package io.github.ovhantispam.mail.internal.log.trace;

import org.jspecify.annotations.NullMarked;
