package io.github.ovhantispam.mail.internal.log.scan;

import io.github.ovhantispam.mail.internal.log.line.LogLine;

/**
 * The last lines that say where a mail came from, as many as there is room for, and an index by queue id. What was
 * pushed out is gone, and then an origin is not in reach; it is never another's, since a line is found by its whole
 * key.
 */
public final class OriginRing {

    private static final int HEADER = 16;
    private static final int UNIT = 8;
    private static final int WAYS = 4;
    private static final int LONGEST = 4_096;

    /** In an entry: 1 bit used, 31 bits of the key, 32 bits of the place in units. */
    private static final long USED = 1L << 63;

    private static final long TAG = 0x7FFF_FFFFL << 32;
    private static final long PLACE = 0xFFFF_FFFFL;

    private final byte[] bytes;
    private final long units;
    private final long[] index;
    private long next = 1;

    /**
     * An empty one.
     *
     * @param capacity bytes, a power of two of at least 64 KiB
     */
    public OriginRing(int capacity) {
        bytes = new byte[capacity + LineHash.PADDING];
        units = capacity / UNIT;
        index = new long[capacity / 128];
    }

    /** Keeps a line under a key, in place of an earlier one. */
    public void put(long key, byte[] line, int from, int to) {
        int length = Math.min(to - from, LONGEST);
        int size = (HEADER + length + UNIT - 1) / UNIT;
        long inside = next % units;
        if (inside + size > units) {
            next += units - inside;
        }
        int at = (int) (next % units) * UNIT;
        LineHash.WORDS.set(bytes, at, key);
        LineHash.WORDS.set(bytes, at + 8, (long) length << 32 | size);
        System.arraycopy(line, from, bytes, at + HEADER, length);
        index[slotFor(key)] = tag(key) | (next & PLACE);
        next += size;
    }

    /** Returns whether a key is held and {@link #markUsed} was called for it. */
    public boolean isUsed(long key) {
        int slot = slotOf(key);
        return slot >= 0 && index[slot] < 0;
    }

    /** Remembers that a mail took its origin from a key. */
    public void markUsed(long key) {
        int slot = slotOf(key);
        if (slot >= 0) {
            index[slot] |= USED;
        }
    }

    /** Forgets a key, whose queue id may be given to another mail now. */
    public void remove(long key) {
        int slot = slotOf(key);
        if (slot >= 0) {
            index[slot] = 0;
        }
    }

    /**
     * Finds the line of a key.
     *
     * @return false when it is not there any more, or never was
     */
    public boolean find(long key, LogLine line) {
        int slot = slotOf(key);
        if (slot < 0 || age(index[slot]) > units) {
            return false;
        }
        int at = (int) ((next - age(index[slot])) % units) * UNIT;
        if ((long) LineHash.WORDS.get(bytes, at) != key) {
            return false;
        }
        int length = (int) ((long) LineHash.WORDS.get(bytes, at + 8) >>> 32);
        line.at(bytes, at + HEADER, at + HEADER + length);
        return true;
    }

    private static long tag(long key) {
        return (key << 32) & TAG;
    }

    private int bucket(long key) {
        return (int) (key >>> 36) * WAYS & (index.length - 1);
    }

    private int slotOf(long key) {
        int bucket = bucket(key);
        long tag = tag(key);
        for (int slot = bucket; slot < bucket + WAYS; slot++) {
            if ((index[slot] & TAG) == tag && index[slot] != 0) {
                return slot;
            }
        }
        return -1;
    }

    private int slotFor(long key) {
        int same = slotOf(key);
        if (same >= 0) {
            return same;
        }
        int bucket = bucket(key);
        int oldest = bucket;
        for (int slot = bucket; slot < bucket + WAYS; slot++) {
            if (index[slot] == 0) {
                return slot;
            }
            if (age(index[slot]) > age(index[oldest])) {
                oldest = slot;
            }
        }
        return oldest;
    }

    /** Returns the number of units that were put since, up to 32 GiB of lines. */
    private long age(long entry) {
        return (next - entry) & PLACE;
    }
}
