package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.IpBlockResource;
import io.github.ovhantispam.client.ReverseQuery;
import io.github.ovhantispam.client.ReverseResource;
import io.github.ovhantispam.client.SpamIpQuery;
import io.github.ovhantispam.client.SpamIpResource;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.IpDetails;
import java.util.Objects;

/** {@code /ip/{ip}}. */
public final class DefaultIpBlockResource implements IpBlockResource {

    private final Calls calls;
    private final IpBlock block;

    public DefaultIpBlockResource(Calls calls, IpBlock block) {
        this.calls = calls;
        this.block = block;
    }

    @Override
    public IpBlock block() {
        return block;
    }

    @Override
    public IpDetails get() {
        return calls.read(calls.requests().block(block)).value();
    }

    @Override
    public SpamIpQuery spamIps() {
        return new DefaultSpamIpQuery(calls, block);
    }

    @Override
    public SpamIpResource spamIp(String ipSpamming) {
        return spamIp(IpAddress.of(Objects.requireNonNull(ipSpamming, "ipSpamming")));
    }

    @Override
    public SpamIpResource spamIp(IpAddress ipSpamming) {
        DefaultSpamIpResource.checkAddress(ipSpamming);
        if (!block.contains(ipSpamming)) {
            throw new IllegalArgumentException("ipSpamming lies outside the block " + block + ": " + ipSpamming);
        }
        return new DefaultSpamIpResource(calls, block, ipSpamming);
    }

    @Override
    public ReverseQuery reverse() {
        return new DefaultReverseQuery(calls, block);
    }

    @Override
    public ReverseResource reverse(String ipReverse) {
        return reverse(IpAddress.of(Objects.requireNonNull(ipReverse, "ipReverse")));
    }

    @Override
    public ReverseResource reverse(IpAddress ipReverse) {
        if (!block.contains(Objects.requireNonNull(ipReverse, "ipReverse"))) {
            throw new IllegalArgumentException("ipReverse lies outside the block " + block + ": " + ipReverse);
        }
        return new DefaultReverseResource(calls, block, ipReverse);
    }

    @Override
    public String toString() {
        return "IpBlockResource[" + block + ']';
    }
}
