package io.github.ovhantispam.client;

import io.github.ovhantispam.model.internal.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * An error response of the API, with the fields that it had. All texts except the advice come from the server and have
 * been made printable.
 *
 * @param method the request's method, such as {@code POST}
 * @param path the request's path below the endpoint, as sent
 * @param statusCode the HTTP status
 * @param code the field {@code errorCode} of an older body, or {@code class} of a newer one; null where there was none
 * @param message the field {@code message}, or null
 * @param queryId the header {@code X-Ovh-QueryId}, which the vendor's support needs; null where there was none
 * @param advice a likely cause and the next step, written by this library; empty where there is nothing to add
 * @param mayHaveBeenProcessed see {@link AntispamException#mayHaveBeenProcessed()}
 */
public record ApiError(
        String method,
        String path,
        int statusCode,
        @Nullable String code,
        @Nullable String message,
        @Nullable String queryId,
        String advice,
        boolean mayHaveBeenProcessed) {

    /**
     * Makes the texts printable.
     *
     * @param method the request's method
     * @param path the request's path below the endpoint, as sent
     * @param statusCode the HTTP status
     * @param code the error's code, or null
     * @param message the error's message, or null
     * @param queryId the header {@code X-Ovh-QueryId}, or null
     * @param advice a likely cause, what to do next, or nothing
     * @param mayHaveBeenProcessed see {@link AntispamException#mayHaveBeenProcessed()}
     */
    public ApiError {
        code = printable(code);
        message = printable(message);
        queryId = printable(queryId);
    }

    private static @Nullable String printable(@Nullable String text) {
        return text == null ? null : PrintableText.of(text);
    }

    /**
     * One line such as {@code GET /ip -> 403: This credential is not valid (INVALID_CREDENTIAL); the consumer key is
     * ... [X-Ovh-QueryId: ...]}.
     */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(method)
                .append(' ')
                .append(path)
                .append(" -> ")
                .append(statusCode);
        if (message != null) {
            line.append(": ").append(message);
        }
        if (code != null) {
            line.append(" (").append(code).append(')');
        }
        if (!advice.isEmpty()) {
            line.append("; ").append(advice);
        }
        if (mayHaveBeenProcessed) {
            line.append("; ").append(AntispamException.UNCERTAIN);
        }
        if (queryId != null) {
            line.append(" [X-Ovh-QueryId: ").append(queryId).append(']');
        }
        return line.toString();
    }
}
