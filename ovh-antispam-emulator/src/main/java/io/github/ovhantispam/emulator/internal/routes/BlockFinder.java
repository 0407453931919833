package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.internal.account.Account;
import io.github.ovhantispam.emulator.internal.account.BlockRecord;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.routing.ApiSettings;
import io.github.ovhantispam.emulator.internal.routing.Call;
import io.github.ovhantispam.emulator.internal.routing.Parameters;
import io.github.ovhantispam.model.IpBlock;
import java.util.Optional;

/** Finds the block that a path names. */
public final class BlockFinder {

    private final Account account;
    private final ApiSettings settings;

    public BlockFinder(Account account, ApiSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    /** Returns the block itself. */
    public BlockRecord block(Call call) {
        IpBlock asked = Parameters.pathBlock(call, "ip");
        return living(find(asked)
                .orElseThrow(() -> ApiException.notFound("The requested object (ip = " + asked.address() + "/"
                        + asked.prefixLength() + ") does not exist")));
    }

    /** Returns the service behind a block, for what lies below it. */
    public BlockRecord service(Call call) {
        return living(find(Parameters.pathBlock(call, "ip"))
                .orElseThrow(() -> ApiException.notFound("This service does not exist")));
    }

    private Optional<BlockRecord> find(IpBlock asked) {
        Optional<BlockRecord> exact = account.block(asked);
        if (exact.isPresent() || !settings.lenient()) {
            return exact;
        }
        return account.blocks().stream()
                .filter(record -> record.block().network().equals(asked.network()))
                .findFirst();
    }

    private static BlockRecord living(BlockRecord record) {
        if (record.isExpired()) {
            throw new ApiException(460, null, "Client::ServiceExpired", "This service is expired", false);
        }
        return record;
    }
}
