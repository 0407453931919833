/** The release of an address, and its precautions. */
@NullMarked
package io.github.ovhantispam.cli.command.release;

import org.jspecify.annotations.NullMarked;
