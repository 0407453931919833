package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.internal.auth.Caller;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.util.Map;

/**
 * A request that has found its route.
 *
 * @param path the variable parts of its path, decoded, by name
 */
public record Call(HttpRequest request, Caller caller, Map<String, String> path, Parameters parameters) {

    /** Returns a variable part of the path. */
    public String pathPart(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no part " + name);
        }
        return value;
    }
}
