package io.github.ovhantispam.emulator.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers of a message, in order, with names of any case. Immutable. */
public final class HttpHeaders {

    public static final HttpHeaders NONE = new HttpHeaders(List.of());

    private final List<Map.Entry<String, String>> entries;

    public HttpHeaders(List<Map.Entry<String, String>> entries) {
        this.entries = List.copyOf(entries);
    }

    public Optional<String> first(String name) {
        for (Map.Entry<String, String> entry : entries) {
            String key = entry.getKey();
            if (key.equals(name) || key.equalsIgnoreCase(name)) { // the usual case first, which the JVM does at once
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** Returns a copy with one more header. */
    public HttpHeaders with(String name, String value) {
        return with(List.of(Map.entry(name, value)));
    }

    /** Returns a copy with more headers after its own. */
    public HttpHeaders with(List<Map.Entry<String, String>> others) {
        List<Map.Entry<String, String>> more = new ArrayList<>(entries.size() + others.size());
        more.addAll(entries);
        more.addAll(others);
        return new HttpHeaders(more);
    }

    /** Returns a copy without the headers of a name. */
    public HttpHeaders without(String name) {
        return new HttpHeaders(entries.stream()
                .filter(entry -> !entry.getKey().equalsIgnoreCase(name))
                .toList());
    }

    public List<Map.Entry<String, String>> entries() {
        return entries;
    }
}
