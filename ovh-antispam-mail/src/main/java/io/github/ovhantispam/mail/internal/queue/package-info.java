/** The queues of mail servers, read from the output of their own programs. */
@NullMarked
package io.github.ovhantispam.mail.internal.queue;

import org.jspecify.annotations.NullMarked;
