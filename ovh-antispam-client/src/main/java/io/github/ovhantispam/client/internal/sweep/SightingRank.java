package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.internal.time.ServerClock;
import java.time.Duration;
import java.util.Comparator;

/**
 * The rank of the sightings, or readings, of one address, of which the highest wins: the one with the later date,
 * unless that is a date that no block can have; with the same date, the one in the narrower block; and of one block,
 * one that is blocked rather than one that is free. Of equal rank, the fresher one counts.
 */
public final class SightingRank {

    /** A block of the day after tomorrow is nobody's clock being a bit wrong, and not a date to go by. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final ServerClock clock;
    private final Comparator<Sighting> comparator;

    public SightingRank(ServerClock clock) {
        this.clock = clock;
        this.comparator = Comparator.comparing(this::isPossible)
                .thenComparing(Sighting::date)
                .thenComparing(sighting -> sighting.block().prefixLength())
                .thenComparing(Sighting::block)
                .thenComparing(Sighting::isBlocked)
                .thenComparing(sighting -> !sighting.isFree());
    }

    public Comparator<Sighting> comparator() {
        return comparator;
    }

    /** Returns true when the date is at most a day ahead of the server's clock. */
    public boolean isPossible(Sighting sighting) {
        return !sighting.date().isAfter(clock.now().plus(AHEAD));
    }

    /** Returns true when a sighting is the response of a server that lags behind. */
    public boolean isOlder(Sighting now, Sighting known) {
        return now.date().isBefore(known.date()) && isPossible(known);
    }
}
