package io.github.ovhantispam.emulator.internal.error;

import io.github.ovhantispam.emulator.ErrorBody;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;

/** Writes refusals the way the API does. */
public final class ErrorResponses {

    private final JsonText json;

    /**
     * Makes a writer.
     *
     * @param json writes the bodies
     */
    public ErrorResponses(JsonText json) {
        this.json = json;
    }

    /**
     * Writes a refusal.
     *
     * @param error the refusal
     * @param shape the shape of its body
     * @return the response
     */
    public HttpResponse of(ApiException error, ErrorBody shape) {
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
        return new HttpResponse(error.status(), headers, body(error, shape));
    }

    /**
     * Writes the body of a refusal.
     *
     * @param error the refusal
     * @param shape the shape of its body
     * @return compact JSON that starts with {@code errorCode} or {@code message}: one client in use knows errors only
     *     so
     */
    public byte[] body(ApiException error, ErrorBody shape) {
        return json.write(generator -> {
            generator.writeStartObject();
            if (shape == ErrorBody.NEWER) {
                generator.writeStringField("message", error.text());
                generator.writeStringField("class", error.errorClass());
            } else {
                String errorCode = error.errorCode();
                if (errorCode != null) {
                    generator.writeStringField("errorCode", errorCode);
                }
                generator.writeStringField("message", error.text());
                generator.writeStringField("httpCode", error.status() + " " + ReasonPhrase.of(error.status()));
            }
            generator.writeEndObject();
        });
    }
}
