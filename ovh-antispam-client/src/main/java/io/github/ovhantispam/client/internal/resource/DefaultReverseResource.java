package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.ReverseResource;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.ReadBack;
import io.github.ovhantispam.client.internal.call.ReverseRequest;
import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Nothing;
import io.github.ovhantispam.client.internal.wire.Route;
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
        return calls.read(Route.REVERSE, ReverseRequest.read(api(), block, ip)).value();
    }

    private AntispamApi api() {
        return calls.runtime().api();
    }

    @Override
    public ReverseIp set(String reverse) {
        ReverseName.checked(reverse);
        return calls.set(
                Route.SET_REVERSE,
                ReverseRequest.set(api(), block, ip, reverse),
                readBack(now -> now.filter(name -> name.reverse().equals(reverse))));
    }

    @Override
    public void delete() {
        calls.set(
                Route.DELETE_REVERSE,
                attempt -> api().deleteReverse(block, ip, attempt),
                readBack(now -> now.isPresent() ? Optional.empty() : Optional.of(new Nothing())));
    }

    private <T> ReadBack<ReverseIp, T> readBack(Function<Optional<ReverseIp>, Optional<T>> result) {
        return new ReadBack<>(Route.REVERSE, ReverseRequest.read(api(), block, ip), result);
    }

    @Override
    public String toString() {
        return "ReverseResource[" + ip + " in " + block + ']';
    }
}
