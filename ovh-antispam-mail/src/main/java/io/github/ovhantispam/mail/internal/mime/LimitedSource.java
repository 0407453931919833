package io.github.ovhantispam.mail.internal.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A source of bounded length, whose own failures are unchecked: a checked one is the MIME library's then, and about the
 * mail.
 */
final class LimitedSource extends FilterInputStream {

    private final long limit;
    private long left;

    LimitedSource(InputStream source, long limit) {
        super(source);
        this.limit = limit;
        left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        left -= Math.max(count, 0);
        if (left < 0) {
            throw new IOException("it has more than " + limit + " bytes");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
