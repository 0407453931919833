/** The content of a report: read of an account, and written as JSON lines. */
@NullMarked
package io.github.ovhantispam.cli.report;

import org.jspecify.annotations.NullMarked;
