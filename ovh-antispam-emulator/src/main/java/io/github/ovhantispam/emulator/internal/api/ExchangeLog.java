package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.EmulatedRequest;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import java.util.Optional;

/** Is told of every exchange. */
@FunctionalInterface
public interface ExchangeLog {

    /** Takes note of an exchange. */
    void add(
            EmulatedRequest view,
            HttpRequest request,
            Exchange exchange,
            Optional<String> fault,
            OutgoingResponse outgoing);
}
