/** The providers that report complaints to senders, and which of them a destination belongs to. */
@NullMarked
package io.github.ovhantispam.mail.internal.feedback;

import org.jspecify.annotations.NullMarked;
