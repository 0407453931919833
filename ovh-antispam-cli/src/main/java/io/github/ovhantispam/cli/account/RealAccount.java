package io.github.ovhantispam.cli.account;

import io.github.ovhantispam.client.AntispamClient;
import java.time.Instant;

/** An account at OVHcloud, or wherever the endpoint says. */
record RealAccount(AntispamClient client) implements Account {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void close() {
        client.close();
    }
}
