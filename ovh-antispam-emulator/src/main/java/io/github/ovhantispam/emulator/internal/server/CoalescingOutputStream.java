package io.github.ovhantispam.emulator.internal.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Can hold one write back and send it together with the next: MockWebServer writes the head of a response by itself,
 * and a small answer would cost two packets, and wake its reader twice.
 */
final class CoalescingOutputStream extends FilterOutputStream {

    private static final byte[] NONE = {};

    private boolean holdNext;
    private byte[] held = NONE;

    CoalescingOutputStream(OutputStream out) {
        super(out);
    }

    /** Holds the next write back. To be asked for by the thread that writes, when it is sure to write twice more. */
    void holdNextWrite() {
        holdNext = true;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (holdNext) {
            holdNext = false;
            held = new byte[length];
            System.arraycopy(bytes, offset, held, 0, length);
        } else if (held.length == 0) {
            out.write(bytes, offset, length);
        } else {
            byte[] joined = new byte[held.length + length];
            System.arraycopy(held, 0, joined, 0, held.length);
            System.arraycopy(bytes, offset, joined, held.length, length);
            held = NONE;
            out.write(joined);
        }
    }
}
