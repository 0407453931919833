package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.routes.TokenEndpoint;
import io.github.ovhantispam.emulator.internal.routing.Route;
import io.github.ovhantispam.emulator.internal.routing.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the route of a request. */
final class Router {

    private static final Set<String> BASES = Set.of("1.0", "v1");

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    Routing route(HttpRequest request) {
        Optional<Target> parsed = Target.parse(request.originForm());
        if (parsed.isEmpty()) {
            String text = request.originForm();
            boolean api = BASES.stream().anyMatch(base -> text.startsWith("/" + base + "/"));
            Routing.Place place = api ? Routing.Place.API : Routing.Place.ELSEWHERE;
            return new Routing(parsed, Optional.empty(), Map.of(), List.of(), place);
        }
        Target target = parsed.get();
        if (target.rawPath().equals(TokenEndpoint.PATH)) {
            boolean post = request.method().equals("POST");
            Routing.Place place = post ? Routing.Place.TOKEN_ENDPOINT : Routing.Place.ELSEWHERE;
            return new Routing(parsed, Optional.empty(), Map.of(), List.of("POST"), place);
        }
        List<String> segments = target.segments();
        if (!BASES.contains(segments.get(0))) {
            return new Routing(parsed, Optional.empty(), Map.of(), List.of(), Routing.Place.ELSEWHERE);
        }
        return below(request, parsed, segments.subList(1, segments.size()));
    }

    private Routing below(HttpRequest request, Optional<Target> target, List<String> segments) {
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            if (route.fits(segments)) {
                if (route.method().equals(request.method())) {
                    return new Routing(target, Optional.of(route), route.parts(segments), List.of(), Routing.Place.API);
                }
                allowed.add(route.method());
            }
        }
        return new Routing(target, Optional.empty(), Map.of(), allowed, Routing.Place.API);
    }
}
