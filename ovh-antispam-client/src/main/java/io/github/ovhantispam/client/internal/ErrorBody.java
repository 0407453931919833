package io.github.ovhantispam.client.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error, in either of the vendor's generations, or in none.
 *
 * @param code {@code errorCode}, else {@code class}, else null
 * @param message {@code message} with what {@code details} adds, else the beginning of a body that is no JSON, else
 *     null
 * @param remaining the seconds of "still blocked for N seconds", or null
 */
record ErrorBody(
        @Nullable String code,
        @Nullable String message,
        @Nullable Long remaining) {

    /** Up to 15 digits: more than any block, and no overflow. */
    private static final Pattern STILL_BLOCKED =
            Pattern.compile("still blocked for (\\d{1,15}) second", Pattern.CASE_INSENSITIVE);

    /** What the message of a body that is no JSON begins with. */
    static final String NO_JSON = "no JSON: ";

    static final String INVALID_SIGNATURE = "INVALID_SIGNATURE";
    static final String QUERY_TIME_OUT = "QUERY_TIME_OUT";

    static ErrorBody read(String text, JsonMapper json) {
        JsonNode body = tree(text, json);
        Long remaining = remaining(text);
        if (body == null || !body.isObject()) {
            return new ErrorBody(null, text.isBlank() ? null : NO_JSON + text.strip(), remaining);
        }
        String message = text(body, "message");
        String code = text(body, "errorCode");
        if (code == null) {
            code = text(body, "class");
        }
        if (code == null) {
            code = text(body, "error"); // RFC 6749, from a token endpoint
            message = message == null ? text(body, "error_description") : message;
        }
        String missing = text(body.path("details"), "unauthorizedActionsByIAM");
        if (missing != null && !missing.isBlank()) {
            message = (message == null ? "" : message + ", ") + "not allowed by IAM: " + missing;
        }
        return new ErrorBody(code, message, remaining);
    }

    private static @Nullable JsonNode tree(String text, JsonMapper json) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return null; // a page of a proxy, or half an answer: quoted instead
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    private static @Nullable Long remaining(String text) {
        Matcher matcher = STILL_BLOCKED.matcher(text);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }

    /** Whether either generation of body says this: the older one by its code, the newer one by its whole message. */
    boolean says(String wantedCode) {
        String words = wantedCode.replace('_', ' ');
        return wantedCode.equals(code) || words.equalsIgnoreCase(message) || wantedCode.equalsIgnoreCase(message);
    }
}
