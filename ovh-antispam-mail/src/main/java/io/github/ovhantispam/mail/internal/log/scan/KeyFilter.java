package io.github.ovhantispam.mail.internal.log.scan;

/** A set of keys that is asked for each line: a no is certain, a yes is not. */
public final class KeyFilter {

    private static final int SLOTS = 1 << 14;
    private static final byte FULL = Byte.MAX_VALUE;

    private final byte[] counts = new byte[SLOTS];

    public boolean mayHold(long key) {
        return counts[slot(key)] != 0;
    }

    public void add(long key) {
        int slot = slot(key);
        if (counts[slot] < FULL) {
            counts[slot]++;
        }
    }

    /** Takes out a key that was added. A slot that was full once stays so. */
    public void remove(long key) {
        int slot = slot(key);
        if (counts[slot] < FULL && counts[slot] > 0) {
            counts[slot]--;
        }
    }

    private static int slot(long key) {
        return (int) (key >>> 40) & (SLOTS - 1);
    }
}
