package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.ReverseResource;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.ReadBack;
import io.github.ovhantispam.client.internal.wire.Nothing;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.Optional;
import java.util.function.Function;

/** {@code /ip/{ip}/reverse/{ipReverse}}. */
final class DefaultReverseResource implements ReverseResource {

    private final Calls calls;
    private final IpBlock block;
    private final IpAddress ip;

    DefaultReverseResource(Calls calls, IpBlock block, IpAddress ip) {
        this.calls = calls;
        this.block = block;
        this.ip = ip;
    }

    @Override
    public IpBlock block() {
        return block;
    }

    @Override
    public IpAddress ipReverse() {
        return ip;
    }

    @Override
    public ReverseIp get() {
        return calls.read(calls.requests().reverse(block, ip)).value();
    }

    @Override
    public ReverseIp set(String reverse) {
        ReverseName.checked(reverse);
        return calls.set(
                calls.requests().setReverse(block, ip, reverse),
                readBack(now -> now.filter(name -> name.reverse().equals(reverse))));
    }

    @Override
    public void delete() {
        calls.set(
                calls.requests().deleteReverse(block, ip),
                readBack(now -> now.isPresent() ? Optional.empty() : Optional.of(new Nothing())));
    }

    private <T> ReadBack<ReverseIp, T> readBack(Function<Optional<ReverseIp>, Optional<T>> result) {
        return new ReadBack<>(calls.requests().reverse(block, ip), result);
    }

    @Override
    public String toString() {
        return "ReverseResource[" + ip + " in " + block + ']';
    }
}
