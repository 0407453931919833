package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.StatsRecord;
import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;

/** One entry of an address's statistics. Thread-safe. */
public final class EmulatedSpamStats {

    private final StatsRecord entry;

    EmulatedSpamStats(StatsRecord entry) {
        this.entry = entry;
    }

    /**
     * Sets its mean score; without one the API responds with null.
     *
     * @param score the score
     * @return this entry
     */
    public EmulatedSpamStats averageSpamscore(long score) {
        entry.averageSpamscore(score);
        return this;
    }

    /**
     * Adds a sampled mail.
     *
     * @param date when it was sent
     * @param destinationIp where to, an IPv4 literal
     * @param messageId its Message-ID, which may be as hostile as you like
     * @param spamscore its score
     * @return this entry
     * @throws IllegalArgumentException when {@code destinationIp} is not an IPv4 literal
     */
    public EmulatedSpamStats detected(Instant date, String destinationIp, String messageId, long spamscore) {
        IpAddress destination = IpAddress.of(destinationIp);
        if (!destination.isIpv4()) {
            throw new IllegalArgumentException("destinationIp: not an IPv4 address: " + destination);
        }
        entry.add(new StatsRecord.Target(date, destination, messageId, spamscore));
        return this;
    }
}
