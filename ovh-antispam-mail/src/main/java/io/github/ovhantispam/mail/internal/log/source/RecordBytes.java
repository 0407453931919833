package io.github.ovhantispam.mail.internal.log.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are read by line or by number, and kept up to a limit only. */
final class RecordBytes {

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    RecordBytes(InputStream in) {
        this.in = in;
    }

    /**
     * Returns the next line without its end.
     *
     * @param most how many of its bytes are kept
     * @return null when there are no more
     */
    byte @Nullable [] line(int most) throws IOException {
        if (!fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean ended = false;
        while (!ended && fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, Math.min(at - from, most - line.size()));
            ended = at < end;
            at += ended ? 1 : 0;
        }
        return line.toByteArray();
    }

    /**
     * Returns so many bytes, or fewer where the log ends.
     *
     * @param most how many of them are kept
     */
    byte[] exactly(long count, int most) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        long left = count;
        while (left > 0 && fill()) {
            int some = (int) Math.min(left, end - at);
            kept.write(buffer, at, Math.min(some, most - kept.size()));
            at += some;
            left -= some;
        }
        return kept.toByteArray();
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return at < end;
    }
}
