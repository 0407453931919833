package io.github.ovhantispam.emulator.internal.server;

import java.io.IOException;
import java.util.Arrays;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;

/** A body followed by blank space, of which only a little is ever in memory. */
final class PaddedBody implements MockResponseBody {

    private static final int BLOCK = 8192;

    private final byte[] body;
    private final long padding;

    PaddedBody(byte[] body, long padding) {
        this.body = body;
        this.padding = padding;
    }

    @Override
    public long getContentLength() {
        return body.length + padding;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(body);
        byte[] blanks = new byte[(int) Math.min(padding, BLOCK)];
        Arrays.fill(blanks, (byte) ' ');
        for (long left = padding; left > 0; left -= blanks.length) {
            sink.write(blanks, 0, (int) Math.min(left, blanks.length));
        }
    }
}
