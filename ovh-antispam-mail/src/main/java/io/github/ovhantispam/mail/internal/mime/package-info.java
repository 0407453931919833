/** Mails, read part by part within limits: the only package that knows the MIME library. */
@NullMarked
package io.github.ovhantispam.mail.internal.mime;

import org.jspecify.annotations.NullMarked;
