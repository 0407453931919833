/** The rules of an audit: each class judges one side of a mail or of an address. */
@NullMarked
package io.github.ovhantispam.mail.internal.audit;

import org.jspecify.annotations.NullMarked;
