package io.github.ovhantispam.emulator.internal.auth;

import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Which URLs a client may have signed when it sent a request.
 *
 * @param withoutPort whether the URL without its port is one of them: some clients sign that
 * @param others further scheme and host pairs, such as {@code https://eu.api.ovh.com}
 */
public record SigningBases(boolean withoutPort, List<String> others) {

    List<String> urls(HttpRequest request) {
        String target = request.target();
        if (!target.startsWith("/")) {
            return List.of(target); // the absolute form, as sent to a proxy, is the whole URL
        }
        String host = request.headers().first("Host").orElse("");
        List<String> urls = new ArrayList<>();
        urls.add(request.scheme() + "://" + host + target);
        int colon = host.lastIndexOf(':');
        if (withoutPort && colon > host.lastIndexOf(']')) {
            urls.add(request.scheme() + "://" + host.substring(0, colon) + target);
        }
        for (String other : others) {
            urls.add(other + target);
        }
        return urls;
    }
}
