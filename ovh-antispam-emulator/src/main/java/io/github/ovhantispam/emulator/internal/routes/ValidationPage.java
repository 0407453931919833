package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.internal.auth.Credentials;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page where a person agrees to a consumer key. Here, opening it is agreeing. */
public final class ValidationPage {

    private static final String PATH = "/auth/?credentialToken=";

    private final Credentials credentials;

    public ValidationPage(Credentials credentials) {
        this.credentials = credentials;
    }

    public String urlFor(String token, HttpRequest request) {
        return request.scheme() + "://" + request.headers().first("Host").orElse("localhost") + PATH + token;
    }

    /** Returns the page, when the request is for it. */
    public Optional<HttpResponse> visit(HttpRequest request) {
        if (!request.method().equals("GET") || !request.originForm().startsWith(PATH)) {
            return Optional.empty();
        }
        if (!credentials.validate(request.originForm().substring(PATH.length()))) {
            return Optional.of(page(404, "There is no such request, or it was answered already."));
        }
        return Optional.of(page(200, "The consumer key is now valid."));
    }

    private static HttpResponse page(int status, String text) {
        String html =
                "<!DOCTYPE html><html><head><title>Emulator</title></head><body><p>" + text + "</p></body></html>";
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "text/html; charset=utf-8");
        return new HttpResponse(status, headers, html.getBytes(StandardCharsets.UTF_8));
    }
}
