package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.EmulatedRequest;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import java.util.Optional;

/** Is told of every exchange. */
@FunctionalInterface
public interface ExchangeLog {

    /**
     * Takes note of an exchange.
     *
     * @param view what was asked for
     * @param request the request as it was received
     * @param exchange whether it was processed, and how that went
     * @param fault what was done to it on purpose
     * @param outgoing the response that is about to be sent
     */
    void add(
            EmulatedRequest view,
            HttpRequest request,
            Exchange exchange,
            Optional<String> fault,
            OutgoingResponse outgoing);
}
