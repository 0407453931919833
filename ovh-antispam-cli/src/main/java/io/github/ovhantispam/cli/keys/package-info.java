/** The consumer key and the file it is kept in. */
@NullMarked
package io.github.ovhantispam.cli.keys;

import org.jspecify.annotations.NullMarked;
