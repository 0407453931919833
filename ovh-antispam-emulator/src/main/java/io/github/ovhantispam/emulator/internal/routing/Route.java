package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.Operation;
import io.github.ovhantispam.emulator.internal.auth.CallPath;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One thing the API can be asked for. */
public final class Route {

    private final Operation operation;
    private final String method;
    private final List<String> template;
    private final Set<String> parameters;
    private final boolean open;
    private final Handler handler;

    private Route(
            Operation operation,
            String method,
            List<String> template,
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
        return new Route(
                operation, method, List.of(template.substring(1).split("/")), Set.of(parameters), false, handler);
    }

    /** Returns a route anybody may call. */
    public static Route open(Operation operation, String method, String template, Handler handler) {
        return new Route(operation, method, List.of(template.substring(1).split("/")), Set.of(), true, handler);
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
            String expected = template.get(i);
            String actual = segments.get(i);
            if (isVariable(expected) ? actual.isEmpty() : !expected.equals(actual)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the variable parts of a path that has the shape of this route. */
    public Map<String, String> parts(List<String> segments) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            if (isVariable(expected)) {
                parts.put(expected.substring(1, expected.length() - 1), segments.get(i));
            }
        }
        return parts;
    }

    /** Returns the path below the API's base, for the access rules, of a call with these variable parts. */
    public String path(Map<String, String> parts) {
        List<String> segments = new ArrayList<>(template.size());
        for (String part : template) {
            segments.add(isVariable(part) ? parts.get(part.substring(1, part.length() - 1)) : part);
        }
        return CallPath.of(segments);
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{");
    }

    /** The action of a route. */
    @FunctionalInterface
    public interface Handler {

        /** Responds to a call, or throws {@link io.github.ovhantispam.emulator.internal.error.ApiException}. */
        HttpResponse handle(Call call);
    }
}
