package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.JsonBody;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.ReverseIp;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A request about the reverse name of one address, whose response has to be about the same one. */
public final class ReverseRequest implements CallRequest<ReverseIp> {

    private final IpAddress ip;
    private final Function<Attempt, Call<ReverseIp>> call;

    private ReverseRequest(IpAddress ip, Function<Attempt, Call<ReverseIp>> call) {
        this.ip = ip;
        this.call = call;
    }

    /** Reads the name. */
    public static ReverseRequest read(AntispamApi api, IpBlock block, IpAddress ip) {
        return new ReverseRequest(ip, attempt -> api.reverse(block, ip, attempt));
    }

    /** Sets the name. */
    public static ReverseRequest set(AntispamApi api, IpBlock block, IpAddress ip, String reverse) {
        JsonBody body = new JsonBody(JsonBody.text(Map.of("ipReverse", ip.toString(), "reverse", reverse)));
        return new ReverseRequest(ip, attempt -> api.setReverse(block, body, attempt));
    }

    @Override
    public Call<ReverseIp> create(Attempt attempt) {
        return call.apply(attempt);
    }

    @Override
    public @Nullable String mismatch(ReverseIp body) {
        return body.ipReverse().equals(ip) ? null : "it is about another address: " + body.ipReverse();
    }
}
