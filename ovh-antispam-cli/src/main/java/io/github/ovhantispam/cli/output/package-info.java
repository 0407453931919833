/** Output for people and for programs. */
@NullMarked
package io.github.ovhantispam.cli.output;

import org.jspecify.annotations.NullMarked;
