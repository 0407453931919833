package io.github.ovhantispam.mail.internal.log.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of an archive, up to a limit, since a small archive can hold the zeros of a whole disk. */
final class LimitedStream extends FilterInputStream {

    private static final long TIMES = 100;
    private static final long AT_LEAST = 16L << 20;

    private final long most;
    private long read;

    LimitedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** Returns the limit for an archive of this size. */
    static long mostOf(long packed) {
        return Math.max(AT_LEAST, TIMES * packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got = in.read(bytes, offset, length);
        read += Math.max(got, 0);
        if (read > most) {
            throw new TruncatedLogException("cut after " + most + " unpacked bytes, a limit against archive bombs");
        }
        return got;
    }
}
