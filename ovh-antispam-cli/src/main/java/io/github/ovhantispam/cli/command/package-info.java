/** The commands, one class each. */
@NullMarked
package io.github.ovhantispam.cli.command;

import org.jspecify.annotations.NullMarked;
