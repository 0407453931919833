/** A line of a log: where it begins and ends, its time, its host and the program that wrote it. */
@NullMarked
package io.github.ovhantispam.mail.internal.log.line;

import org.jspecify.annotations.NullMarked;
