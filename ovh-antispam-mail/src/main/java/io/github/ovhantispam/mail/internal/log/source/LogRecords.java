package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines in a log that is kept as records: a JSON object for each line, as Docker and {@code journalctl -o json}
 * write it, or the journal's export format. Its first letters say which it is.
 */
public final class LogRecords extends InputStream {

    private static final int HEAD = 16;

    private final InputStream in;
    private final Reader reader;
    private byte[] line = new byte[0];
    private int at;

    private LogRecords(InputStream in, Reader reader) {
        this.in = in;
        this.reader = reader;
    }

    /** Gives the lines one by one. */
    @FunctionalInterface
    interface Reader {

        /** Returns the next line with its end, or null when there are no more. */
        byte @Nullable [] next() throws IOException;
    }

    /** Returns the lines of a log, which is the log itself unless it is kept as records. */
    public static InputStream lines(InputStream log) throws IOException {
        byte[] head = log.readNBytes(HEAD);
        if (head.length == 0) {
            return log;
        }
        PushbackInputStream all = new PushbackInputStream(log, HEAD);
        all.unread(head);
        String begin = new String(head, StandardCharsets.ISO_8859_1);
        if (begin.startsWith("{\"") || begin.startsWith("{ \"")) {
            return new LogRecords(all, new JsonRecords(all));
        }
        if (begin.startsWith("__CURSOR=") || begin.startsWith("__REALTIME_TIME")) {
            return new LogRecords(all, new ExportRecords(all));
        }
        return all;
    }

    @Override
    public int read() throws IOException {
        return fill() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count < length && fill()) {
            int some = Math.min(length - count, line.length - at);
            System.arraycopy(line, at, bytes, offset + count, some);
            at += some;
            count += some;
        }
        return count == 0 ? -1 : count;
    }

    private boolean fill() throws IOException {
        while (at == line.length) {
            byte[] next = reader.next();
            if (next == null) {
                return false;
            }
            line = next;
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
