/** The account that a command works on: the real one, or an invented one in memory. */
@NullMarked
package io.github.ovhantispam.cli.account;

import org.jspecify.annotations.NullMarked;
