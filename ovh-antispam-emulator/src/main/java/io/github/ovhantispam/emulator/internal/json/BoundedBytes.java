package io.github.ovhantispam.emulator.internal.json;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes in memory, up to a limit. Those who write many do so one after the other, since what grows is in memory twice.
 */
final class BoundedBytes extends OutputStream {

    private static final int START = 256;
    private static final int MANY = 128 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(START);
    private final int limit;
    private final ReentrantLock many;
    private boolean locked;

    BoundedBytes(int limit, ReentrantLock many) {
        this.limit = limit;
        this.many = many;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        if (length > limit - bytes.size()) {
            throw new TooLongException(limit);
        }
        if (!locked && bytes.size() + length > MANY) {
            many.lock();
            locked = true;
        }
        bytes.write(from, offset, length);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    /** To be called when all is written and copied. */
    void finish() {
        if (locked) {
            many.unlock();
        }
    }
}
