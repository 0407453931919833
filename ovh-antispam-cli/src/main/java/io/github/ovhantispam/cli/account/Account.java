package io.github.ovhantispam.cli.account;

import io.github.ovhantispam.client.AntispamClient;
import java.time.Instant;

/** The account that a command works on. */
public interface Account extends AutoCloseable {

    /** Returns the client of the account. */
    AntispamClient client();

    /** Returns the time that the account goes by. */
    Instant now();

    @Override
    void close();
}
