/** DNS queries that are counted and limited, and SPF: the only package that knows the DNS and SPF libraries. */
@NullMarked
package io.github.ovhantispam.mail.internal.dns;

import org.jspecify.annotations.NullMarked;
