package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.client.UnexpectedResponseException;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import io.github.ovhantispam.model.SpamState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What the list of a block says of its addresses. A list that changes while it is read may have an address twice; then
 * the later block counts, unless it is dated in the future, and of the same block that it is blocked rather than that
 * it is free.
 */
public final class LatestPerAddress {

    /** A block of the day after tomorrow is nobody's clock being a bit wrong, and no date to go by. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private final IpBlock block;
    private final BinaryOperator<SpamIp> later;
    private final Map<IpAddress, SpamIp> latest = new LinkedHashMap<>();

    LatestPerAddress(IpBlock block, Instant now) {
        Instant latestDate = now.plus(AHEAD);
        this.block = block;
        this.later = BinaryOperator.maxBy(
                Comparator.comparing((SpamIp spam) -> !date(spam).isAfter(latestDate))
                        .thenComparing(LatestPerAddress::date)
                        .thenComparing(spam -> spam.state().equals(SpamState.BLOCKED_FOR_SPAM))
                        .thenComparing(spam -> !spam.state().equals(SpamState.UNBLOCKED)));
    }

    private static Instant date(SpamIp spam) {
        return spam.date().toInstant();
    }

    IpBlock block() {
        return block;
    }

    /** Adds what was read, unless it is of no address of the block. */
    void add(SpamIp spam) {
        IpAddress ip = spam.ipSpamming();
        if (!block.contains(ip)) {
            throw new UnexpectedResponseException(
                    "GET /ip/{ip}/spam: the list of " + block + " has an address outside of it: " + ip,
                    200,
                    "",
                    null,
                    false);
        }
        latest.merge(ip, spam, later);
    }

    /** One of each address, in the order of the list. */
    Collection<SpamIp> latest() {
        return latest.values();
    }
}
