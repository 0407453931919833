/** The report: what is read of an account, the figures drawn from it, and the page that shows them. */
@NullMarked
package io.github.ovhantispam.cli.report;

import org.jspecify.annotations.NullMarked;
