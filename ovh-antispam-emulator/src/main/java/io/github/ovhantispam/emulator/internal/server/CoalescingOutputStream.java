package io.github.ovhantispam.emulator.internal.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Can hold one write back and send it together with the next: MockWebServer writes the head of a response by itself,
 * and a small answer would cost two packets, and wake its reader twice.
 */
final class CoalescingOutputStream extends FilterOutputStream {

    private static final int START = 512;

    private boolean holdNext;
    private int held;
    private byte[] buffer = new byte[START];

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
            hold(bytes, offset, length);
        } else if (held == 0) {
            out.write(bytes, offset, length);
        } else {
            hold(bytes, offset, length);
            int joined = held;
            held = 0;
            out.write(buffer, 0, joined);
        }
    }

    private void hold(byte[] bytes, int offset, int length) {
        if (held + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, held + length);
        }
        System.arraycopy(bytes, offset, buffer, held, length);
        held += length;
    }
}
