package io.github.ovhantispam.cli.account;

import io.github.ovhantispam.cli.terminal.Session;
import io.github.ovhantispam.client.AntispamClient;
import io.github.ovhantispam.client.Endpoint;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which account a command works on. */
public final class AccountOptions {

    /** The address that the invented account has blocked, for examples. */
    public static final String EXAMPLE = "122.122.122.122";

    @Option(
            names = "--emulator",
            description = "Try the command on an invented account in memory, whose blocked address is " + EXAMPLE
                    + ". Needs no credentials, touches nothing real.")
    private boolean emulator;

    @Option(
            names = "--endpoint",
            paramLabel = "NAME|URL",
            description = "Where the API is, such as ovh-eu, ovh-ca or ovh-us."
                    + " Default: OVH_ENDPOINT, then ovh.conf, then ovh-eu.")
    private @Nullable String endpoint;

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Trust the certificates in this file too, such as those of a proxy that inspects TLS.")
    private @Nullable Path trust;

    /** Returns true for the invented account. */
    public boolean isEmulated() {
        return emulator;
    }

    /** Opens the account; waits on the invented one take no time. */
    public Account open(Session session) {
        return open(session, false);
    }

    /** Opens the account for a command that goes on for ever: time is real on the invented one too. */
    public Account openInRealTime(Session session) {
        return open(session, true);
    }

    private Account open(Session session, boolean realTime) {
        if (emulator) {
            session.console().note("(emulator: an invented account in memory; nothing real is read or changed)");
            return EmulatedAccount.open(realTime);
        }
        return new RealAccount(builder(session).build());
    }

    /** Returns the endpoint that was given. */
    public Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    private AntispamClient.Builder builder(Session session) {
        AntispamClient.Builder builder = builder(session.environment());
        if (endpoint != null) {
            builder.endpoint(Endpoint.of(endpoint));
        }
        return builder;
    }

    /** Returns a client's builder that takes credentials and endpoint from other places. */
    public AntispamClient.Builder builder(Map<String, String> environment) {
        AntispamClient.Builder builder =
                AntispamClient.builder().environment(environment).userAgent("ovh-antispam-cli");
        if (trust != null) {
            builder.trust(trust);
        }
        return builder;
    }
}
