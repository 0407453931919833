package io.github.ovhantispam.emulator;

import java.util.Map;
import java.util.Optional;

/**
 * A request the emulator has received, for conditions to examine.
 *
 * @param operation the requested operation
 * @param method its verb
 * @param target its target, as encoded as it was sent
 * @param parameters the variable parts of its path, such as {@code ipSpamming}, and its query, decoded, by name; in a
 *     batch, a part may be several values joined by commas
 */
public record EmulatedRequest(Operation operation, String method, String target, Map<String, String> parameters) {

    /**
     * Makes a request.
     *
     * @param operation the requested operation
     * @param method its verb
     * @param target its target, as encoded as it was sent
     * @param parameters the variable parts of its path and its query
     */
    public EmulatedRequest {
        parameters = Map.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param name for example {@code ip}, {@code ipSpamming} or {@code state}
     * @return empty when the request has none of that name
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
