package io.github.ovhantispam.emulator.internal.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a request belongs.
 *
 * @param target its target, unless it cannot be read
 * @param path its path below the API's base, as encoded as it was sent
 * @param route its route, if there is one
 * @param parts the variable parts of its path
 * @param allowed the verbs its path has routes for
 * @param isToken whether it is for the token endpoint
 */
record Routing(
        Optional<Target> target,
        String path,
        Optional<Route> route,
        Map<String, String> parts,
        List<String> allowed,
        boolean isToken) {

    boolean isUnknown() {
        return route.isEmpty() && !isToken;
    }
}
