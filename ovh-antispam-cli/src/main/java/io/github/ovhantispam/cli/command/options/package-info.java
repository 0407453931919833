/** The options that several commands share. */
@NullMarked
package io.github.ovhantispam.cli.command.options;

import org.jspecify.annotations.NullMarked;
