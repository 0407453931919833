package io.github.ovhantispam.emulator.internal.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A connection that brings one byte at a time, and fails when more is read of it than was sent. */
public final class Trickle extends InputStream {

    private final byte[] bytes;
    private final boolean ends;
    private int position;

    private Trickle(String text, boolean ends) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.ends = ends;
    }

    /** A client that sends a text and waits. */
    public static Trickle open(String text) {
        return new Trickle(text, false);
    }

    /** A client that sends a text and nothing after it. */
    public static Trickle ended(String text) {
        return new Trickle(text, true);
    }

    @Override
    public int read() {
        if (position < bytes.length) {
            return bytes[position++] & 0xff;
        }
        if (!ends) {
            throw new AssertionError("waits for what the client will not send");
        }
        return -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int b = read();
        if (b < 0) {
            return -1;
        }
        into[offset] = (byte) b;
        return 1;
    }
}
