/** Failures as one line and an exit code. */
@NullMarked
package io.github.ovhantispam.cli.failure;

import org.jspecify.annotations.NullMarked;
