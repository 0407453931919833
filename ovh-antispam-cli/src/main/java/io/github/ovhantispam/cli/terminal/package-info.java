/** The terminal, if there is one, and Ctrl-C. */
@NullMarked
package io.github.ovhantispam.cli.terminal;

import org.jspecify.annotations.NullMarked;
