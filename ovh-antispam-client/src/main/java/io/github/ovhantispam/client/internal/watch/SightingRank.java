package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.client.internal.sweep.LatestPerAddress;
import io.github.ovhantispam.client.internal.time.ServerClock;
import java.util.Comparator;

/**
 * Which of two sightings of an address is believed: the one with the later date, unless that is a date no block can
 * have; with the same date, the one in the narrower block. Sightings in one block with one date are of equal rank, and
 * the fresher one counts.
 */
final class SightingRank {

    private final ServerClock clock;
    private final Comparator<Sighting> comparator;

    SightingRank(ServerClock clock) {
        this.clock = clock;
        this.comparator = Comparator.comparing(this::isPossible)
                .thenComparing(Sighting::date)
                .thenComparing(sighting -> sighting.block().prefixLength())
                .thenComparing(Sighting::block);
    }

    Comparator<Sighting> comparator() {
        return comparator;
    }

    /** Whether the date is at most a day ahead of the server's clock. */
    boolean isPossible(Sighting sighting) {
        return !sighting.date().isAfter(clock.now().plus(LatestPerAddress.AHEAD));
    }

    /** Whether a sighting is the answer of a server that lags behind. */
    boolean isOlder(Sighting now, Sighting known) {
        return now.date().isBefore(known.date()) && isPossible(known);
    }
}
