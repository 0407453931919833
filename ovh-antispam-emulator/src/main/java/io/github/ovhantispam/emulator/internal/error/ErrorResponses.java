package io.github.ovhantispam.emulator.internal.error;

import io.github.ovhantispam.emulator.ErrorFormat;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.ReasonPhrase;
import io.github.ovhantispam.emulator.internal.json.JsonText;

/** Writes refusals the way the API does. */
public final class ErrorResponses {

    private final JsonText json;

    /** Makes a writer. */
    public ErrorResponses(JsonText json) {
        this.json = json;
    }

    /** Writes a refusal. */
    public HttpResponse of(ApiException error, ErrorFormat shape) {
        HttpHeaders headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
        return new HttpResponse(error.status(), headers, body(error, shape));
    }

    /** Writes the body of a refusal. */
    public byte[] body(ApiException error, ErrorFormat shape) {
        return json.write(generator -> {
            generator.writeStartObject();
            if (shape == ErrorFormat.NEWER) {
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
