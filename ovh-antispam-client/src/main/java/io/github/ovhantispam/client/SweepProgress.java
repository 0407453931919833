package io.github.ovhantispam.client;

/**
 * The progress of a {@link Sweep}.
 *
 * @param blocksDone the number of blocks that have been read or have failed
 * @param blocks the number of blocks of the sweep
 * @param findings the number of addresses found
 * @param failures the number of blocks that could not be read
 */
public record SweepProgress(int blocksDone, int blocks, long findings, long failures) {

    /** Returns a line for a person, such as {@code 50 of 300 blocks done, addresses found: 2, blocks not read: 0}. */
    @Override
    public String toString() {
        return blocksDone + " of " + blocks + " blocks done, addresses found: " + findings + ", blocks not read: "
                + failures;
    }
}
