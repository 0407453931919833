package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
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
        Optional<Target> parsed = Target.parse(originForm(request.target()));
        if (parsed.isEmpty()) {
            return new Routing(parsed, "", Optional.empty(), Map.of(), List.of(), false);
        }
        Target target = parsed.get();
        if (target.rawPath().equals(TokenEndpoint.PATH)) {
            boolean post = request.method().equals("POST");
            return new Routing(parsed, target.rawPath(), Optional.empty(), Map.of(), List.of("POST"), post);
        }
        List<String> segments = target.segments();
        if (!BASES.contains(segments.get(0))) {
            return new Routing(parsed, target.rawPath(), Optional.empty(), Map.of(), List.of(), false);
        }
        String path = target.rawPath().substring(1 + segments.get(0).length());
        return below(request, parsed, path, segments.subList(1, segments.size()));
    }

    private Routing below(HttpRequest request, Optional<Target> target, String path, List<String> segments) {
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            if (route.fits(segments)) {
                if (route.method().equals(request.method())) {
                    return new Routing(target, path, Optional.of(route), route.parts(segments), List.of(), false);
                }
                allowed.add(route.method());
            }
        }
        return new Routing(target, path, Optional.empty(), Map.of(), allowed, false);
    }

    /** A client that takes the emulator for its proxy sends the whole URL. */
    private static String originForm(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        try {
            URI uri = new URI(target);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return target;
        }
    }
}
