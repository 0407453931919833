package io.github.ovhantispam.cli.report.page;

/**
 * A row of a bar chart.
 *
 * @param label the row's name
 * @param mails how many mails it stands for
 */
record Bar(String label, long mails) {}
