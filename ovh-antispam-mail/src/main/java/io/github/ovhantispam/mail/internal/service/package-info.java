/** The ways to find out whether a mail server is stopped. */
@NullMarked
package io.github.ovhantispam.mail.internal.service;

import org.jspecify.annotations.NullMarked;
