package io.github.ovhantispam.client.internal;

import io.github.ovhantispam.client.AntispamListener;
import io.github.ovhantispam.client.Sleeper;
import java.time.InstantSource;

/** What all views of a client share. */
record Transport(
        AntispamApi api,
        Authentication authentication,
        ServerClock serverClock,
        InstantSource clock,
        Sleeper sleeper,
        boolean sleeperIsOurs,
        AntispamListener listener,
        LimitedDns dns,
        ErrorDecoder errors,
        Access access) {

    /** The path of the endpoint's URL, below which the routes are. */
    String basePath() {
        return access.endpoint().baseUrl().getRawPath();
    }
}
