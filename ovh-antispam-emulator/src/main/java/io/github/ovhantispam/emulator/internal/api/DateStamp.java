package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.http.HttpDate;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The date that responses bear, written once for all of a second. Thread-safe. */
final class DateStamp {

    private final InstantSource clock;
    private volatile @Nullable Written last;

    DateStamp(InstantSource clock) {
        this.clock = clock;
    }

    String now() {
        long second = clock.instant().getEpochSecond();
        Written written = last;
        if (written == null || written.second() != second) {
            written = new Written(second, HttpDate.of(Instant.ofEpochSecond(second)));
            last = written; // whichever thread comes last: each has a right one
        }
        return written.text();
    }

    private record Written(long second, String text) {}
}
