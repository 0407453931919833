package io.github.ovhantispam.emulator.internal.account;

import io.github.ovhantispam.model.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** An entry of the statistics of an address ({@code ip.SpamStats}). */
public final class StatsRecord {

    private final Instant timestamp;
    private final long total;
    private final long numberOfSpams;
    private volatile OptionalLong averageSpamscore = OptionalLong.empty();
    private final List<Target> targets = new CopyOnWriteArrayList<>();

    /** Makes an entry. */
    public StatsRecord(Instant timestamp, long total, long numberOfSpams) {
        this.timestamp = timestamp;
        this.total = total;
        this.numberOfSpams = numberOfSpams;
    }

    /** When the address was blocked. */
    public Instant timestamp() {
        return timestamp;
    }

    /** Mails sent. */
    public long total() {
        return total;
    }

    /** Spams sent. */
    public long numberOfSpams() {
        return numberOfSpams;
    }

    /** Returns the mean score. */
    public OptionalLong averageSpamscore() {
        return averageSpamscore;
    }

    /** Changes the mean score. */
    public void averageSpamscore(long score) {
        averageSpamscore = OptionalLong.of(score);
    }

    /** Returns the mails that were sampled. */
    public List<Target> targets() {
        return targets;
    }

    /** Adds a sampled mail. */
    public void add(Target target) {
        targets.add(target);
    }

    /** Returns what makes the entry again what it is now. */
    public Runnable restorePoint() {
        OptionalLong oldScore = averageSpamscore;
        List<Target> oldTargets = List.copyOf(targets);
        return () -> {
            averageSpamscore = oldScore;
            targets.clear();
            targets.addAll(oldTargets);
        };
    }

    /** One sampled mail ({@code ip.SpamTarget}). */
    public record Target(Instant date, IpAddress destination, String messageId, long spamscore) {}
}
