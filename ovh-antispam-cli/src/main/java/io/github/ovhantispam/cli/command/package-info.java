/** The tree of all commands; the rooms below have one class for each. */
@NullMarked
package io.github.ovhantispam.cli.command;

import org.jspecify.annotations.NullMarked;
