/** The page of a report: the figures drawn from it, and the HTML that shows them. */
@NullMarked
package io.github.ovhantispam.cli.report.page;

import org.jspecify.annotations.NullMarked;
