/** The verification of DKIM signatures (RFC 6376, RFC 8301, RFC 8463) over the bytes of a mail. */
@NullMarked
package io.github.ovhantispam.mail.internal.dkim;

import org.jspecify.annotations.NullMarked;
