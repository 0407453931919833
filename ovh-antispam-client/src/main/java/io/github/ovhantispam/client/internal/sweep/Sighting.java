package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.SweepItem.Finding;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Instant;

/** An address as the list of a block had it. */
public record Sighting(IpBlock block, SpamIp spamIp) {

    public static Sighting of(Finding finding) {
        return new Sighting(finding.block(), finding.spamIp());
    }

    public IpAddress address() {
        return spamIp.ipSpamming();
    }

    /** Returns the moment of the last block: the same one may be written with another offset the next time. */
    public Instant date() {
        return spamIp.date().toInstant();
    }

    public boolean isFree() {
        return spamIp.state().equals(SpamState.UNBLOCKED);
    }

    public boolean isBlocked() {
        return spamIp.state().equals(SpamState.BLOCKED_FOR_SPAM);
    }

    public boolean agreesWith(Sighting other) {
        return spamIp.state().equals(other.spamIp.state()) && date().equals(other.date());
    }

    /** Returns this state with the date of another sighting. */
    public Sighting dated(Sighting other) {
        SpamIp dated = other.spamIp;
        return new Sighting(block, SpamIp.of(dated.ipSpamming(), dated.date(), dated.time(), spamIp.state()));
    }
}
