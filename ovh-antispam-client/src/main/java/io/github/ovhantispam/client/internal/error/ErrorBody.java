package io.github.ovhantispam.client.internal.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error as it was received, in either of the vendor's generations, or in none. It may quote secrets.
 *
 * @param json true when it is a JSON object
 * @param code {@code errorCode}, else {@code class}, else null
 * @param message {@code message}, else the beginning of a body that is not JSON, else null
 * @param remaining the seconds of "still blocked for N seconds", or null
 * @param byAuthentication the actions that the credentials do not allow
 * @param byIam the actions that no IAM policy allows
 */
record ErrorBody(
        boolean json,
        @Nullable String code,
        @Nullable String message,
        @Nullable Long remaining,
        List<String> byAuthentication,
        List<String> byIam) {

    /** Up to 15 digits: more than any block, and no overflow. */
    private static final Pattern STILL_BLOCKED =
            Pattern.compile("still blocked for (\\d{1,15}) second", Pattern.CASE_INSENSITIVE);

    /** More actions than any call needs. */
    private static final int MOST_ACTIONS = 100;

    static final String INVALID_SIGNATURE = "INVALID_SIGNATURE";
    static final String QUERY_TIME_OUT = "QUERY_TIME_OUT";

    static ErrorBody read(String text, JsonMapper mapper) {
        JsonNode body = tree(text, mapper);
        Long remaining = remaining(text);
        if (body == null || !body.isObject()) {
            String quoted = text.isBlank() ? null : "not JSON: " + text.strip();
            return new ErrorBody(false, null, quoted, remaining, List.of(), List.of());
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
        JsonNode details = body.path("details");
        return new ErrorBody(
                true,
                code,
                message,
                remaining == null && message != null ? remaining(message) : remaining,
                actions(details.path("unauthorizedActionsByAuthentication")),
                actions(details.path("unauthorizedActionsByIAM")));
    }

    private static @Nullable JsonNode tree(String text, JsonMapper mapper) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            return null; // a page of a proxy, or half a response: quoted instead
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** Reads a text with commas between the actions, or an array of them. */
    private static List<String> actions(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.addAll(List.of(node.textValue().split(",")));
        } else if (node.isArray()) {
            node.forEach(element -> texts.add(element.isTextual() ? element.textValue() : ""));
        }
        return texts.stream()
                .map(String::strip)
                .filter(action -> !action.isEmpty())
                .limit(MOST_ACTIONS)
                .toList();
    }

    private static @Nullable Long remaining(String text) {
        Matcher matcher = STILL_BLOCKED.matcher(text);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }

    /**
     * Returns true when a body of either generation has this code: the older one by its code, the newer one by its
     * whole message.
     */
    boolean says(String wantedCode) {
        String words = wantedCode.replace('_', ' ');
        return wantedCode.equals(code) || words.equalsIgnoreCase(message) || wantedCode.equalsIgnoreCase(message);
    }

    /** Returns true when the message has some words, which are given in lower case. */
    boolean mentions(String words) {
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }

    /** Returns the message with the actions that are not allowed. */
    @Nullable
    String text() {
        if (byAuthentication.isEmpty() && byIam.isEmpty()) {
            return message;
        }
        List<String> parts = new ArrayList<>();
        if (message != null) {
            parts.add(message);
        }
        if (!byAuthentication.isEmpty()) {
            parts.add("not allowed by the credentials: " + String.join(", ", byAuthentication));
        }
        if (!byIam.isEmpty()) {
            parts.add("not allowed by IAM: " + String.join(", ", byIam));
        }
        return String.join(", ", parts);
    }
}
