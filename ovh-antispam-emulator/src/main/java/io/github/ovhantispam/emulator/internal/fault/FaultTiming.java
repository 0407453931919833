package io.github.ovhantispam.emulator.internal.fault;

/**
 * Which of the matching requests a fault strikes.
 *
 * @param afterCalls how many it lets pass first
 * @param times how many it strikes
 * @param probability how likely each of those is to be struck
 * @param seed where the chance begins
 */
public record FaultTiming(long afterCalls, long times, double probability, long seed) {

    public static FaultTiming always() {
        return new FaultTiming(0, Long.MAX_VALUE, 1, 0);
    }

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
