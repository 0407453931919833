/** The commands that read the alert, the logs and the queue of a mail server. */
@NullMarked
package io.github.ovhantispam.cli.command.mail;

import org.jspecify.annotations.NullMarked;
