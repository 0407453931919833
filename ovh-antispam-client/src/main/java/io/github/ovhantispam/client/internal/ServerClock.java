package io.github.ovhantispam.client.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The server's time: the client's clock plus an offset that was measured. Until then, the client's clock. */
final class ServerClock {

    private final InstantSource clock;
    private volatile @Nullable Offset offset;

    ServerClock(InstantSource clock) {
        this.clock = clock;
    }

    private record Offset(Duration ahead, long generation) {}

    /** How often the clock was set. */
    long generation() {
        Offset known = offset;
        return known == null ? 0 : known.generation;
    }

    Instant now() {
        Offset known = offset;
        return known == null ? clock.instant() : clock.instant().plus(known.ahead);
    }

    /** Sets the clock to what the server said at some moment between the sending of a request and its answer. */
    synchronized void set(Instant serverTime, Instant sentAt, Instant receivedAt) {
        Instant middle = sentAt.plus(Duration.between(sentAt, receivedAt).dividedBy(2));
        offset = new Offset(Duration.between(middle, serverTime), generation() + 1);
    }
}
