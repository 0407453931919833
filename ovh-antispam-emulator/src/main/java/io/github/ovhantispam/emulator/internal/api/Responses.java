package io.github.ovhantispam.emulator.internal.api;

import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;

/** Successful answers. */
final class Responses {

    private final JsonText json;
    private final HttpHeaders headers;

    Responses(JsonText json) {
        this.json = json;
        this.headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
    }

    HttpResponse ok(JsonValue value) {
        return new HttpResponse(200, headers, json.write(value));
    }

    /** The answer of a call that returns nothing: the word null, which is what an API of this vendor says for void. */
    HttpResponse nothing() {
        return ok(generator -> generator.writeNull());
    }
}
