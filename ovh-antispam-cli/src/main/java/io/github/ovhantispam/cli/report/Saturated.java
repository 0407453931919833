package io.github.ovhantispam.cli.report;

/** A sum of counts from outside, which may be anything, that stops at the largest number instead of overflowing. */
final class Saturated {

    private Saturated() {}

    static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
