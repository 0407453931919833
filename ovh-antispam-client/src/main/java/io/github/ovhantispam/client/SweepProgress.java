package io.github.ovhantispam.client;

/**
 * How far a {@link Sweep} is.
 *
 * @param blocksDone how many blocks have been read, or given up
 * @param blocks how many there are
 * @param findings how many addresses have been found
 * @param failures how many blocks could not be read
 */
public record SweepProgress(int blocksDone, int blocks, long findings, long failures) {}
