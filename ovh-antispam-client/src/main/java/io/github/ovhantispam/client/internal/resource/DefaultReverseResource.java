package io.github.ovhantispam.client.internal.resource;

import io.github.ovhantispam.client.NotFoundException;
import io.github.ovhantispam.client.ReverseResource;
import io.github.ovhantispam.client.internal.call.Calls;
import io.github.ovhantispam.client.internal.call.WriteLoop;
import io.github.ovhantispam.client.internal.time.Deadline;
import io.github.ovhantispam.client.internal.wire.JsonBody;
import io.github.ovhantispam.client.internal.wire.Nothing;
import io.github.ovhantispam.client.internal.wire.Route;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.Map;
import java.util.Optional;

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
        return read(calls, calls.deadline());
    }

    private ReverseIp read(Calls own, Deadline deadline) {
        return own.read(Route.REVERSE, attempt -> own.transport().api().reverse(block, ip, attempt.about(ip)), deadline)
                .value();
    }

    private Optional<ReverseIp> find(Calls own, Deadline deadline) {
        try {
            return Optional.of(read(own, deadline));
        } catch (NotFoundException e) {
            if (!e.isSaidByApi()) {
                throw e; // some proxy's page: there may well be a name
            }
            return Optional.empty();
        }
    }

    @Override
    public ReverseIp set(String reverse) {
        ReverseName.checked(reverse);
        JsonBody body = new JsonBody(JsonBody.text(Map.of("ipReverse", ip.toString(), "reverse", reverse)));
        return WriteLoop.idempotent(
                calls,
                Route.SET_REVERSE,
                attempt -> calls.transport().api().setReverse(block, body, attempt.about(ip)),
                (own, deadline) ->
                        find(own, deadline).filter(now -> now.reverse().equals(reverse)));
    }

    @Override
    public void delete() {
        WriteLoop.idempotent(
                calls,
                Route.DELETE_REVERSE,
                attempt -> calls.transport().api().deleteReverse(block, ip, attempt),
                (own, deadline) -> find(own, deadline).isPresent() ? Optional.empty() : Optional.of(new Nothing()));
    }

    @Override
    public String toString() {
        return "ReverseResource[" + ip + " in " + block + ']';
    }
}
