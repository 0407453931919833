package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.emulator.internal.routing.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The place where a request belongs.
 *
 * @param target its target, unless it cannot be read
 * @param allowed the verbs its path has routes for
 * @param place the part of the emulator that it is for
 */
record Routing(
        Optional<Target> target, Optional<Route> route, Map<String, String> parts, List<String> allowed, Place place) {

    /** A part of the emulator. */
    enum Place {
        /** Below the API's base, where all but two routes ask for a signature. */
        API,
        /** The endpoint that gives OAuth2 tokens. */
        TOKEN_ENDPOINT,
        /** Everything else. */
        ELSEWHERE
    }

    boolean isToken() {
        return place == Place.TOKEN_ENDPOINT;
    }

    boolean isUnknown() {
        return route.isEmpty() && !isToken();
    }
}
