/** The bounded running of mail programs. */
@NullMarked
package io.github.ovhantispam.mail.internal.command;

import org.jspecify.annotations.NullMarked;
