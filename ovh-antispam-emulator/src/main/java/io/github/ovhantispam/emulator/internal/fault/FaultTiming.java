package io.github.ovhantispam.emulator.internal.fault;

/**
 * The requests, of those that match, that a fault strikes.
 *
 * @param afterCalls the number that it lets pass first
 * @param times the number that it strikes
 * @param probability the chance of each to be struck
 */
public record FaultTiming(long afterCalls, long times, double probability, long seed) {

    /** Returns the timing of a fault that strikes every request. */
    public static FaultTiming always() {
        return new FaultTiming(0, Long.MAX_VALUE, 1, 0);
    }

    /** Returns a copy that lets a number of requests pass first. */
    public FaultTiming after(int calls) {
        return new FaultTiming(calls, times, probability, seed);
    }

    /** Returns a copy that strikes a number of requests. */
    public FaultTiming times(int most) {
        return new FaultTiming(afterCalls, most, probability, seed);
    }

    /** Returns a copy that leaves each request to chance. */
    public FaultTiming chance(double likelihood, long start) {
        return new FaultTiming(afterCalls, times, likelihood, start);
    }

    /** Checks the numbers. */
    public FaultTiming {
        if (afterCalls < 0 || times < 1) {
            throw new IllegalArgumentException(
                    "a fault needs a count of calls: after " + afterCalls + ", times " + times);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability: not from 0 to 1: " + probability);
        }
    }
}
