package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.auth.AccessRule;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the body of {@code POST /auth/credential}. */
final class CredentialRequests {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "PATCH", "POST", "PUT");

    private final JsonText json;

    CredentialRequests(JsonText json) {
        this.json = json;
    }

    List<AccessRule> accessRules(byte[] body) {
        try {
            if (json.read(body) instanceof Map<?, ?> object && object.get("accessRules") instanceof List<?> rules) {
                List<AccessRule> read = new ArrayList<>();
                for (Object rule : rules) {
                    read.add(rule(rule));
                }
                return read;
            }
        } catch (IOException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
        throw ApiException.badRequest("[accessRules] Missing required parameter");
    }

    private static AccessRule rule(Object rule) {
        if (rule instanceof Map<?, ?> fields
                && fields.get("method") instanceof String method
                && METHODS.contains(method)
                && fields.get("path") instanceof String path) {
            return new AccessRule(method, path);
        }
        throw ApiException.badRequest("[accessRules] Given data is not valid for type auth.AccessRule[]");
    }
}
