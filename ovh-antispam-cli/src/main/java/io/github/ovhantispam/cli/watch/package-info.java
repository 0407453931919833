/** The delivery of changes to a program or a web address. */
@NullMarked
package io.github.ovhantispam.cli.watch;

import org.jspecify.annotations.NullMarked;
