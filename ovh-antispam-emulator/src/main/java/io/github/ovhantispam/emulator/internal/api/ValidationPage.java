package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.auth.Credential;
import io.github.ovhantispam.emulator.internal.auth.CredentialState;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The page where a person agrees to a consumer key. Here, opening it is agreeing. */
public final class ValidationPage {

    private static final String PATH = "/auth/?credentialToken=";

    private final Map<String, Credential> waiting = new ConcurrentHashMap<>();

    String urlFor(Credential credential, HttpRequest request) {
        String seed = credential.id() + credential.consumerKey();
        String token =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        waiting.put(token, credential);
        return request.scheme() + "://" + request.headers().first("Host").orElse("localhost") + PATH + token;
    }

    /** The page, when the request is for it. */
    Optional<HttpResponse> visit(HttpRequest request) {
        if (!request.method().equals("GET") || !request.target().startsWith(PATH)) {
            return Optional.empty();
        }
        Credential credential = waiting.remove(request.target().substring(PATH.length()));
        if (credential == null) {
            return Optional.of(page(404, "There is no such request, or it was answered already."));
        }
        credential.state(CredentialState.VALIDATED);
        return Optional.of(page(200, "The consumer key is now valid."));
    }

    /** Forgets every request that was not answered. */
    public void clear() {
        waiting.clear();
    }

    private static HttpResponse page(int status, String text) {
        String html =
                "<!DOCTYPE html><html><head><title>Emulator</title></head><body><p>" + text + "</p></body></html>";
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "text/html; charset=utf-8");
        return new HttpResponse(status, headers, html.getBytes(StandardCharsets.UTF_8));
    }
}
