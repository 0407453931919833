package io.github.ovhantispam.cli.report;

/** A sum of counts from outside, which may be anything, that stops at the largest number instead of overflowing. */
public final class Saturated {

    private Saturated() {}

    /** Adds two counts, neither of them negative. */
    public static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
