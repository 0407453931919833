/** The state of a watch in a database, for one of several machines at a time. */
@NullMarked
package io.github.ovhantispam.jdbc;

import org.jspecify.annotations.NullMarked;
