/** The proof that a block is a mistake: the audit of a sender, and the case for the vendor's support. */
@NullMarked
package io.github.ovhantispam.cli.command.proof;

import org.jspecify.annotations.NullMarked;
