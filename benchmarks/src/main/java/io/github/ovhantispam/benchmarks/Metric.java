package io.github.ovhantispam.benchmarks;

/**
 * One of the figures that are taken of each contender.
 *
 * @param title what it is, and after a comma its unit
 * @param decimals how many make sense
 * @param budget for the ratio of the first contender's figure to the yardstick's
 */
record Metric(String title, int decimals, Budget budget) {

    /** Returns its name, without the unit. */
    String name() {
        return title.replaceAll(",.*", "");
    }
}
