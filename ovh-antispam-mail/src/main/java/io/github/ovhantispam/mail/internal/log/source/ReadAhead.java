package io.github.ovhantispam.mail.internal.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stream that another thread reads, a little ahead, so that unpacking and copying cost no time of the one who scans.
 * The thread ends with the stream, or when this is closed.
 */
public final class ReadAhead extends InputStream {

    private static final int CHUNKS = 4;
    private static final int SIZE = 256 * 1024;

    private final InputStream in;
    private final BlockingQueue<Chunk> empty = new ArrayBlockingQueue<>(CHUNKS);
    private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread reader = new Thread(this::readAll, "mail-log-reader");
    private @Nullable Chunk current;
    private int at;

    /** Begins to read a stream, which is closed with this one. */
    public ReadAhead(InputStream in) {
        this.in = in;
        for (int i = 0; i < CHUNKS; i++) {
            empty.add(new Chunk());
        }
        reader.setDaemon(true);
        reader.start();
    }

    private static final class Chunk {
        final byte[] bytes = new byte[SIZE];
        int length;

        @Nullable
        IOException failure;

        @Nullable
        RuntimeException fault;

        boolean isLast() {
            return length < 0 || failure != null || fault != null;
        }
    }

    private void readAll() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Chunk chunk = empty.take();
                goesOn = fill(chunk);
                full.put(chunk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: nobody waits for more
        }
    }

    private boolean fill(Chunk chunk) {
        try {
            chunk.length = in.read(chunk.bytes, 0, SIZE);
        } catch (IOException e) {
            chunk.failure = e;
        } catch (RuntimeException e) {
            chunk.fault = e;
        }
        return !chunk.isLast();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Chunk chunk = current;
        if (chunk == null || (!chunk.isLast() && at == chunk.length)) {
            chunk = next(chunk);
        }
        if (chunk.failure != null) {
            throw chunk.failure;
        }
        if (chunk.fault != null) {
            throw chunk.fault;
        }
        if (chunk.length < 0) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk.bytes, at, bytes, offset, count);
        at += count;
        return count;
    }

    private Chunk next(@Nullable Chunk used) throws IOException {
        try {
            if (used != null) {
                empty.put(used);
            }
            Chunk chunk = full.take();
            current = chunk;
            at = 0;
            return chunk;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Waits until the thread has ended. */
    boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        reader.join(unit.toMillis(time));
        return !reader.isAlive();
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        in.close();
    }
}
