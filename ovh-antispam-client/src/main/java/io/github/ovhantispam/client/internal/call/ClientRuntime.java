package io.github.ovhantispam.client.internal.call;

import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.Sleeper;
import io.github.ovhantispam.client.internal.concurrent.ClientThreads;
import io.github.ovhantispam.client.internal.config.Access;
import io.github.ovhantispam.client.internal.error.ConnectionFailures;
import io.github.ovhantispam.client.internal.error.ErrorDecoder;
import io.github.ovhantispam.client.internal.http.TimeLimitedDns;
import io.github.ovhantispam.client.internal.time.ServerClock;
import java.time.InstantSource;

/** The parts that all views of a client share. */
public record ClientRuntime(
        ApiRequests requests,
        Authentication authentication,
        ServerClock serverClock,
        InstantSource clock,
        Sleeper sleeper,
        boolean sleeperIsOurs,
        AntispamListener listener,
        TimeLimitedDns dns,
        ClientThreads threads,
        ErrorDecoder errors,
        ConnectionFailures connectionFailures,
        Access access) {

    /** Returns the path of the endpoint's URL, below which the routes are. */
    String basePath() {
        return access.endpoint().baseUrl().getRawPath();
    }
}
