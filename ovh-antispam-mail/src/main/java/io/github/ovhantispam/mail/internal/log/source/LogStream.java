package io.github.ovhantispam.mail.internal.log.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A stream that somebody else opened and closes; it can be read once. */
public final class LogStream implements LogSource {

    private final AtomicReference<@Nullable InputStream> stream;
    private final InstantSource clock;

    public LogStream(InputStream stream, InstantSource clock) {
        this.stream = new AtomicReference<>(stream);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "the stream";
    }

    @Override
    public Instant end() {
        return clock.instant();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream open() throws IOException {
        InputStream once = stream.getAndSet(null);
        if (once == null) {
            throw new IOException("has been read already");
        }
        return new Kept(once);
    }

    /** A stream that stays open: whoever opened it may read on. */
    private static final class Kept extends FilterInputStream {

        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // not ours
        }
    }
}
