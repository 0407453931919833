package io.github.ovhantispam.mail.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The standard output of a program, limited in time and size. A thread of its own reads the pipe: a read of a pipe
 * cannot be limited, and goes on for as long as anybody holds the other end.
 */
final class PipedOutput extends InputStream {

    private static final int CHUNK = 64 * 1024;
    private static final byte[] END = new byte[0];

    private final InputStream pipe;
    private final Deadline deadline;
    private final long limit;
    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(4);

    private volatile boolean closed;
    private byte[] chunk = END;
    private int at;
    private long received;
    private boolean ended;

    PipedOutput(InputStream pipe, Deadline deadline, long limit) {
        this.pipe = pipe;
        this.deadline = deadline;
        this.limit = limit;
        Thread reader = new Thread(this::pump, "mail-command-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump() {
        byte[] buffer = new byte[CHUNK];
        try {
            int length = 0;
            while (length >= 0 && !closed) {
                length = pipe.read(buffer);
                if (length > 0) {
                    hand(Arrays.copyOf(buffer, length));
                }
            }
            // A pipe that breaks is no end: the reader then runs into its time limit or sees the process killed.
            hand(END);
        } catch (IOException | InterruptedException e) {
            closed = true;
        }
    }

    private void hand(byte[] bytes) throws InterruptedException {
        boolean handed = false;
        while (!handed && !closed) {
            handed = chunks.offer(bytes, 100, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        if (at < chunk.length) {
            return true;
        }
        if (ended) {
            return false;
        }
        chunk = next();
        at = 0;
        ended = chunk.length == 0;
        received += chunk.length;
        if (received > limit) {
            throw new UnreadableOutputException("wrote more than " + limit + " bytes");
        }
        return !ended;
    }

    private byte[] next() throws IOException {
        try {
            byte[] next = chunks.poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw deadline.passed();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Stops reading: what the program writes from now on is lost. */
    @Override
    public void close() {
        closed = true;
    }
}
