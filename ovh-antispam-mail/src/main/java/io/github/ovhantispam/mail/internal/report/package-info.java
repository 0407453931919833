/** The parts of a report of a false positive: the original mails, the ticket, and the files. */
@NullMarked
package io.github.ovhantispam.mail.internal.report;

import org.jspecify.annotations.NullMarked;
