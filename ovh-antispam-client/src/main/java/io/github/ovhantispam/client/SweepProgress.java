package io.github.ovhantispam.client;

/**
 * The progress of a {@link Sweep}.
 *
 * @param blocksDone how many blocks have been read, or given up
 * @param blocks how many there are
 * @param findings how many addresses have been found
 * @param failures how many blocks could not be read
 */
public record SweepProgress(int blocksDone, int blocks, long findings, long failures) {

    /** Returns a line for a person, such as {@code 50 of 300 blocks done, addresses found: 2, blocks not read: 0}. */
    @Override
    public String toString() {
        return blocksDone + " of " + blocks + " blocks done, addresses found: " + findings + ", blocks not read: "
                + failures;
    }
}
