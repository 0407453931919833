package io.github.ovhantispam.mail.internal.log.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A number for a stretch of bytes, by which to find it again. Equal numbers are no proof: bytes are compared after. */
public final class LineHash {

    /** Bytes that must be readable behind each stretch. */
    public static final int PADDING = 8;

    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private LineHash() {}

    /**
     * Returns the number of a stretch.
     *
     * @param bytes readable up to {@link #PADDING} bytes behind {@code to}
     */
    public static long of(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; to - at > 8; at += 8) {
            hash = mixed(hash ^ (long) WORDS.get(bytes, at));
        }
        int left = to - at; // 1 to 8, or 0 when the stretch is empty
        long last = left == 0 ? 0 : (long) WORDS.get(bytes, at) << (64 - 8 * left);
        return mixed(hash ^ last);
    }

    private static long mixed(long x) {
        long product = x * FACTOR;
        return product ^ (product >>> 32);
    }
}
