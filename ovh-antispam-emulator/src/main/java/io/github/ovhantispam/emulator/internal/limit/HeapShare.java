package io.github.ovhantispam.emulator.internal.limit;

/** A part of this JVM's heap, in bytes, so that a small heap is not filled by what is merely kept. */
public final class HeapShare {

    private HeapShare() {}

    /** Returns the heap's size divided by a number, but within two bounds. */
    public static int of(int divisor, int least, int most) {
        long share = Runtime.getRuntime().maxMemory() / divisor;
        return (int) Math.max(least, Math.min(most, share));
    }
}
