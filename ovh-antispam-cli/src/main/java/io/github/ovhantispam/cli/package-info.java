/** The command line: the program and its start. */
@NullMarked
package io.github.ovhantispam.cli;

import org.jspecify.annotations.NullMarked;
