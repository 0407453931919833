package io.github.ovhantispam.client.internal.watch;

import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import java.util.Comparator;

/** An address that a block contains and did not list. */
record Absence(IpAddress address, IpBlock block) implements Comparable<Absence> {

    private static final Comparator<Absence> ORDER =
            Comparator.comparing(Absence::address).thenComparing(Absence::block);

    @Override
    public int compareTo(Absence other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return address + " " + block;
    }
}
