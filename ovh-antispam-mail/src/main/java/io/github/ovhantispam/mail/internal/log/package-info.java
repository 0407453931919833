/** Finds mails in logs: the steps of a trace, from the sources to what was found. */
@NullMarked
package io.github.ovhantispam.mail.internal.log;

import org.jspecify.annotations.NullMarked;
