package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.internal.auth.Tokens;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import io.github.ovhantispam.emulator.internal.routing.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives access tokens for client credentials, sent in the form or by HTTP Basic. Its errors are OAuth2's, not the
 * API's.
 */
public final class TokenEndpoint {

    /** Where it is, beside the API. */
    public static final String PATH = "/auth/oauth2/token";

    private final Tokens tokens;
    private final JsonText json;
    private final Duration lifetime;

    public TokenEndpoint(Tokens tokens, JsonText json, Duration lifetime) {
        this.tokens = tokens;
        this.json = json;
        this.lifetime = lifetime;
    }

    public HttpResponse handle(HttpRequest request) {
        Map<String, String> form = form(request);
        addBasic(request, form);
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported");
        }
        String clientId = form.getOrDefault("client_id", "");
        Optional<String> secret = tokens.secret(clientId);
        if (secret.isEmpty() || !secret.get().equals(form.get("client_secret"))) {
            return error(400, "invalid_client", "Client authentication failed");
        }
        String token = tokens.issue(clientId, lifetime);
        return respond(200, generator -> {
            generator.writeStringField("access_token", token);
            generator.writeStringField("token_type", "Bearer");
            generator.writeNumberField("expires_in", lifetime.toSeconds());
            generator.writeStringField("scope", form.getOrDefault("scope", "all"));
        });
    }

    private static Map<String, String> form(HttpRequest request) {
        Map<String, String> form = new HashMap<>();
        Target.parse("/?" + new String(request.body(), StandardCharsets.UTF_8))
                .ifPresent(target -> target.query().forEach(field -> form.put(field.name(), field.value())));
        return form;
    }

    private static void addBasic(HttpRequest request, Map<String, String> form) {
        String authorization = request.headers().first("Authorization").orElse("");
        if (!authorization.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring("basic ".length()).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            String id = Target.decode(pair[0], true);
            String secret = pair.length == 2 ? Target.decode(pair[1], true) : null;
            if (id != null && secret != null) {
                form.put("client_id", id);
                form.put("client_secret", secret);
            }
        } catch (IllegalArgumentException e) {
            form.remove("client_id"); // a broken header proves nothing, whatever the form says
        }
    }

    private HttpResponse error(int status, String error, String description) {
        return respond(status, generator -> {
            generator.writeStringField("error", error);
            generator.writeStringField("error_description", description);
        });
    }

    private HttpResponse respond(int status, JsonValue fields) {
        byte[] body = json.write(generator -> {
            generator.writeStartObject();
            fields.writeTo(generator);
            generator.writeEndObject();
        });
        HttpHeaders headers = HttpHeaders.NONE
                .with("Content-Type", "application/json; charset=utf-8")
                .with("Cache-Control", "no-store");
        return new HttpResponse(status, headers, body);
    }
}
