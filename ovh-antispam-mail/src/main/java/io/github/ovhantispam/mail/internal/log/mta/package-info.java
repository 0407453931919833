/** The texts that Postfix, Exim and Sendmail write, read field by field from their places. */
@NullMarked
package io.github.ovhantispam.mail.internal.log.mta;

import org.jspecify.annotations.NullMarked;
