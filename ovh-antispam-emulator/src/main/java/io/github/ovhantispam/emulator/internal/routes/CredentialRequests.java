package io.github.ovhantispam.emulator.internal.routes;

import io.github.ovhantispam.emulator.internal.auth.AccessRule;
import io.github.ovhantispam.emulator.internal.auth.CredentialScope;
import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.model.IpBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /auth/credential}. */
public final class CredentialRequests {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "PATCH", "POST", "PUT");
    private static final int MOST_RULES = 1000;
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int MOST_ADDRESSES = 1000;

    private final JsonText json;

    public CredentialRequests(JsonText json) {
        this.json = json;
    }

    public CredentialScope scope(byte[] body) {
        try {
            if (json.read(body) instanceof Map<?, ?> object) {
                Object redirection = object.get("redirection");
                if (redirection != null && !(redirection instanceof String)) {
                    throw ApiException.badRequest("[redirection] Given data is not valid for type string");
                }
                return new CredentialScope(rules(object.get("accessRules")), blocks(object.get("allowedIPs")));
            }
        } catch (IOException e) {
            throw ApiException.badRequest("The request body is not valid JSON");
        }
        throw ApiException.badRequest("[accessRules] Missing required parameter");
    }

    private static List<AccessRule> rules(@Nullable Object value) {
        if (!(value instanceof List<?> rules)) {
            throw ApiException.badRequest("[accessRules] Missing required parameter");
        }
        if (rules.size() > MOST_RULES) {
            throw ApiException.badRequest("[accessRules] More than " + MOST_RULES + " rules");
        }
        List<AccessRule> read = new ArrayList<>();
        int characters = 0;
        for (Object rule : rules) {
            read.add(rule(rule));
            characters += read.get(read.size() - 1).path().length();
            if (characters > MOST_CHARACTERS) {
                throw ApiException.badRequest("[accessRules] Paths of more than " + MOST_CHARACTERS + " characters");
            }
        }
        return read;
    }

    private static AccessRule rule(@Nullable Object rule) {
        if (rule instanceof Map<?, ?> fields
                && fields.get("method") instanceof String method
                && METHODS.contains(method)
                && fields.get("path") instanceof String path) {
            return new AccessRule(method, path);
        }
        throw ApiException.badRequest("[accessRules] Given data is not valid for type auth.AccessRule[]");
    }

    private static @Nullable List<IpBlock> blocks(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> texts) || texts.size() > MOST_ADDRESSES) {
            throw ApiException.badRequest("[allowedIPs] Given data is not valid for type ipBlock[]");
        }
        List<IpBlock> blocks = new ArrayList<>();
        for (Object text : texts) {
            try {
                blocks.add(IpBlock.of(text instanceof String block ? block : ""));
            } catch (IllegalArgumentException e) {
                throw ApiException.badRequest("[allowedIPs] Given data is not valid for type ipBlock[]");
            }
        }
        return blocks;
    }
}
