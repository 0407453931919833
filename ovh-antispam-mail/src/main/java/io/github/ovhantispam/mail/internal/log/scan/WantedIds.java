package io.github.ovhantispam.mail.internal.log.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The Message-IDs that are looked for. */
public final class WantedIds {

    /** None was found. */
    public static final int NONE = -1;

    /** Shorter beginnings of an identifier than this say too little. */
    private static final int SHORTEST_CUT = 200;

    private final byte[][] ids;
    private final long[] hashes;
    private final int[] slots;

    /** The few that a limit can have cut: hostile lines of that length may be many. */
    private final int[] longIds;

    public WantedIds(List<String> ids) {
        this.ids = new byte[ids.size()][];
        hashes = new long[ids.size()];
        int size = Integer.highestOneBit(Math.max(8, ids.size())) << 2;
        slots = new int[size];
        Arrays.fill(slots, NONE);
        longIds = IntStream.range(0, ids.size())
                .filter(id -> ids.get(id).length() >= SHORTEST_CUT)
                .toArray();
        for (int i = 0; i < ids.size(); i++) {
            byte[] id = ids.get(i).getBytes(StandardCharsets.UTF_8);
            this.ids[i] = id;
            hashes[i] = LineHash.of(Arrays.copyOf(id, id.length + LineHash.PADDING), 0, id.length);
            int slot = (int) hashes[i] & (size - 1);
            while (slots[slot] != NONE) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = i;
        }
    }

    /** Returns the number of the identifier that a stretch is. */
    public int of(byte[] bytes, int from, int to) {
        long hash = LineHash.of(bytes, from, to);
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != NONE) {
            int id = slots[slot];
            if (hashes[id] == hash && Arrays.equals(ids[id], 0, ids[id].length, bytes, from, to)) {
                return id;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    /** Returns the number of the only identifier that a cut one can be the beginning of, or the other way round. */
    public int ofCut(byte[] bytes, int from, int to) {
        int found = NONE;
        for (int id : longIds) {
            int length = Math.min(ids[id].length, to - from);
            if (length >= SHORTEST_CUT && Arrays.equals(ids[id], 0, length, bytes, from, from + length)) {
                if (found != NONE) {
                    return NONE;
                }
                found = id;
            }
        }
        return found;
    }
}
