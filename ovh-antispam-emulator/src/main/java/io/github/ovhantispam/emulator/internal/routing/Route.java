package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.auth.CallPath;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One thing the API can be asked for. */
public final class Route {

    private final Operation operation;
    private final String method;
    private final List<Part> template;
    private final Set<String> parameters;
    private final boolean open;
    private final Handler handler;

    private Route(
            Operation operation,
            String method,
            List<Part> template,
            Set<String> parameters,
            boolean open,
            Handler handler) {
        this.operation = operation;
        this.method = method;
        this.template = template;
        this.parameters = parameters;
        this.open = open;
        this.handler = handler;
    }

    /** Returns a route whose callers must prove who they are. */
    public static Route of(Operation operation, String method, String template, Handler handler, String... parameters) {
        return new Route(operation, method, parsed(template), Set.of(parameters), false, handler);
    }

    /** Returns a route anybody may call. */
    public static Route open(Operation operation, String method, String template, Handler handler) {
        return new Route(operation, method, parsed(template), Set.of(), true, handler);
    }

    public Operation operation() {
        return operation;
    }

    public String method() {
        return method;
    }

    public Set<String> parameters() {
        return parameters;
    }

    public boolean isOpen() {
        return open;
    }

    public HttpResponse handle(Call call) {
        return handler.handle(call);
    }

    /** Returns true for a path with the shape of this route. */
    public boolean fits(List<String> segments) {
        if (segments.size() != template.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            Part expected = template.get(i);
            String actual = segments.get(i);
            if (expected.variable() ? actual.isEmpty() : !expected.text().equals(actual)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the variable parts of a path that has the shape of this route. */
    public Map<String, String> parts(List<String> segments) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            Part expected = template.get(i);
            if (expected.variable()) {
                parts.put(expected.text(), segments.get(i));
            }
        }
        return parts;
    }

    /** Returns the path below the API's base, for the access rules, of a call with these variable parts. */
    public String path(Map<String, String> parts) {
        List<String> segments = new ArrayList<>(template.size());
        for (Part part : template) {
            segments.add(part.variable() ? parts.get(part.text()) : part.text());
        }
        return CallPath.of(segments);
    }

    private static List<Part> parsed(String template) {
        return Stream.of(template.substring(1).split("/")).map(Part::of).toList();
    }

    /** A segment of a template, either literal or the name of a variable. */
    private record Part(String text, boolean variable) {

        static Part of(String segment) {
            return segment.startsWith("{")
                    ? new Part(segment.substring(1, segment.length() - 1), true)
                    : new Part(segment, false);
        }
    }

    /** The action of a route. */
    @FunctionalInterface
    public interface Handler {

        /** Responds to a call, or throws {@link io.github.ovhantispam.emulator.internal.error.ApiException}. */
        HttpResponse handle(Call call);
    }
}
