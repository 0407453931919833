package io.github.ovhantispam.emulator;

import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.account.SpamRecord;
import io.github.ovhantispam.emulator.internal.account.StatsRecord;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * An address of the emulated account. The API knows nothing of it until one of the methods that change it was called.
 * Thread-safe; every change is visible to the next request.
 */
public final class EmulatedSpamIp {

    private final BlockRecord block;
    private final IpAddress address;

    EmulatedSpamIp(BlockRecord block, IpAddress address) {
        this.block = block;
        this.address = address;
    }

    private SpamRecord record() {
        return block.spamOrNew(address);
    }

    private SpamRecord existing() {
        return block.spam(address)
                .orElseThrow(
                        () -> new IllegalStateException(address + " has never been blocked, say blockedFor(..) first"));
    }

    /**
     * Returns its address.
     *
     * @return the address
     */
    public IpAddress address() {
        return address;
    }

    /**
     * Blocks it, from the emulator's now.
     *
     * @param blockDuration the time after which it can be unblocked; parts of a second are dropped
     * @return this address
     * @throws IllegalArgumentException when the block duration is negative, or ends after the year 9999
     */
    public EmulatedSpamIp blockedFor(Duration blockDuration) {
        record().blockNow(blockDuration);
        return this;
    }

    /**
     * Blocks it, from a moment of your choice.
     *
     * @param date since when; the API will show this offset
     * @param blockDuration the time after which it can be unblocked; parts of a second are dropped
     * @return this address
     * @throws IllegalArgumentException when the block duration is negative, or ends after the year 9999
     */
    public EmulatedSpamIp blockedAt(OffsetDateTime date, Duration blockDuration) {
        record().block(date, blockDuration);
        return this;
    }

    /**
     * Blocks it again, from the emulator's now and for longer than before: twice as long, unless the emulator was built
     * otherwise.
     *
     * @return this address
     */
    public EmulatedSpamIp reoffends() {
        existing().blockAgain();
        return this;
    }

    /**
     * Sets its state to {@code unblocked}, after a block in the past.
     *
     * @return this address
     */
    public EmulatedSpamIp unblocked() {
        record().markUnblocked();
        return this;
    }

    /**
     * Sets its state to {@code unblocking}, as after a release by another client: {@link #acceptedUnblocks} does not
     * count it.
     *
     * @return this address
     */
    public EmulatedSpamIp unblocking() {
        record().markUnblocking();
        return this;
    }

    /**
     * Sets when an accepted release takes effect, for this address only.
     *
     * @param transition also for a release under way
     * @return this address
     */
    public EmulatedSpamIp transition(Transition transition) {
        record().transition(transition);
        return this;
    }

    /**
     * Lets mail still leave it: each time an unblock has taken effect, it is caught and blocked again, for longer.
     *
     * @param delay how long after it is caught, in emulator time
     * @return this address
     */
    public EmulatedSpamIp stillSpamming(Duration delay) {
        record().relapseAfter(delay);
        return this;
    }

    /**
     * Stops the mail that leaves it.
     *
     * @return this address
     */
    public EmulatedSpamIp mailStopped() {
        record().relapseAfter(null);
        return this;
    }

    /**
     * Adds an entry of statistics.
     *
     * @param timestamp when the address was blocked
     * @param total mails sent
     * @param numberOfSpams spams among them
     * @return the entry, which has no mean score and no sampled mails yet
     */
    public EmulatedSpamStats stats(Instant timestamp, long total, long numberOfSpams) {
        StatsRecord entry = new StatsRecord(timestamp, total, numberOfSpams);
        record().addStats(entry);
        return new EmulatedSpamStats(entry);
    }

    /**
     * Returns its state now. This is not a read of the API: {@link Transition#afterReads} does not count it.
     *
     * @return the state
     * @throws IllegalStateException when it has never been blocked
     */
    public SpamState state() {
        return existing().snapshot().state();
    }

    /**
     * When it was last blocked.
     *
     * @return the date
     * @throws IllegalStateException when it has never been blocked
     */
    public OffsetDateTime date() {
        return existing().snapshot().date();
    }

    /**
     * Returns its block duration.
     *
     * @return the whole of it, not what is left
     * @throws IllegalStateException when it has never been blocked
     */
    public Duration time() {
        return existing().snapshot().time();
    }

    /**
     * Returns the number of requests to unblock it that took effect: the ones that a client must never send twice.
     *
     * @return a count, from 0; requests that were refused, or that found it not blocked, are not in it
     */
    public long acceptedUnblocks() {
        return block.spam(address).map(SpamRecord::acceptedUnblocks).orElse(0L);
    }
}
