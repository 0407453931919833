package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.internal.wire.AntispamApi;
import io.github.ovhantispam.client.internal.wire.Attempt;
import io.github.ovhantispam.client.internal.wire.OneShotEmptyBody;
import io.github.ovhantispam.client.internal.wire.SpamPath;
import io.github.ovhantispam.model.IpAddress;
import io.github.ovhantispam.model.IpBlock;
import io.github.ovhantispam.model.SpamIp;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A request about one address, whose response has to be about the same one. */
public final class SpamIpRequest implements CallRequest<SpamIp> {

    private final IpAddress ip;
    private final Function<Attempt, Call<SpamIp>> call;

    private SpamIpRequest(IpAddress ip, Function<Attempt, Call<SpamIp>> call) {
        this.ip = ip;
        this.call = call;
    }

    /** Reads the address. */
    public static SpamIpRequest read(AntispamApi api, IpBlock block, IpAddress ip) {
        String path = SpamPath.of(block, ip);
        return new SpamIpRequest(ip, attempt -> api.spamIp(path, attempt));
    }

    /** Unblocks the address. */
    static SpamIpRequest unblock(AntispamApi api, IpBlock block, IpAddress ip) {
        return new SpamIpRequest(ip, attempt -> api.unblock(block, ip, OneShotEmptyBody.INSTANCE, attempt));
    }

    @Override
    public Call<SpamIp> create(Attempt attempt) {
        return call.apply(attempt);
    }

    @Override
    public @Nullable String mismatch(SpamIp body) {
        return body.ipSpamming().equals(ip) ? null : "it is about another address: " + body.ipSpamming();
    }
}
