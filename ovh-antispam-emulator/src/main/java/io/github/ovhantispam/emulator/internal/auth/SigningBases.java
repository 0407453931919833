package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which URLs a client may have signed when it sent a request.
 *
 * @param tolerant whether the URL without its port, and with either scheme, is one of them: some clients sign that
 * @param others further scheme and host pairs, such as {@code https://eu.api.ovh.com}
 */
public record SigningBases(boolean tolerant, List<String> others) {

    /** Returns the URL as it was sent, which is the one that nearly every client has signed. */
    public String sent(HttpRequest request) {
        String target = request.target();
        return target.startsWith("/")
                ? request.scheme() + "://" + request.headers().first("Host").orElse("") + target
                : target;
    }

    public Set<String> urls(HttpRequest request) {
        String target = request.target();
        if (!target.startsWith("/")) {
            return Set.of(target); // the absolute form, as sent to a proxy, is the whole URL
        }
        String host = request.headers().first("Host").orElse("");
        Set<String> urls = new LinkedHashSet<>();
        urls.add(sent(request));
        if (tolerant) {
            int colon = host.lastIndexOf(':');
            String bare = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
            for (String scheme : List.of("http", "https")) {
                urls.add(scheme + "://" + host + target);
                urls.add(scheme + "://" + bare + target);
            }
        }
        for (String other : others) {
            urls.add(other + target);
        }
        return urls;
    }
}
