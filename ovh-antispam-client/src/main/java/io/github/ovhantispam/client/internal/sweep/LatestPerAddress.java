package io.github.ovhantispam.client.internal.sweep;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * The addresses that the list of a block has. A list that changes while it is read may have an address twice; the
 * {@link SightingRank} decides which of its entries counts.
 */
final class LatestPerAddress {

    private final IpBlock block;
    private final BinaryOperator<Sighting> higher;
    private final Map<IpAddress, Sighting> latest = new LinkedHashMap<>();

    LatestPerAddress(IpBlock block, SightingRank rank) {
        this.block = block;
        this.higher = BinaryOperator.maxBy(rank.comparator());
    }

    IpBlock block() {
        return block;
    }

    void add(SpamIp spam) {
        latest.merge(spam.ipSpamming(), new Sighting(block, spam), higher);
    }

    /** Returns one entry per address, in the order of the list. */
    Collection<SpamIp> latest() {
        List<SpamIp> list = new ArrayList<>(latest.size());
        for (Sighting sighting : latest.values()) {
            list.add(sighting.spamIp());
        }
        return list;
    }
}
