package io.github.ovhantispam.emulator.internal.routing;

import io.github.ovhantispam.emulator.internal.error.ApiException;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.json.JsonText;
import io.github.ovhantispam.emulator.internal.json.JsonValue;
import io.github.ovhantispam.emulator.internal.json.TooLongException;
import io.github.ovhantispam.emulator.internal.limit.HeapShare;

/** Successful responses. */
public final class Responses {

    private static final int LONGEST = HeapShare.of(32, 1 << 20, 64 << 20);

    private final JsonText json;
    private final HttpHeaders headers;

    public Responses(JsonText json) {
        this.json = json;
        this.headers = HttpHeaders.NONE.with("Content-Type", "application/json; charset=utf-8");
    }

    public HttpResponse ok(JsonValue value) {
        try {
            return new HttpResponse(200, headers, json.write(value, LONGEST));
        } catch (TooLongException e) {
            throw ApiException.badRequest("The response would be longer than " + LONGEST
                    + " bytes, ask for less at a time, or give the emulator a larger heap");
        }
    }

    /**
     * Returns the response to a call that returns nothing: the word null, which is what an API of this vendor says for
     * void.
     */
    public HttpResponse nothing() {
        return ok(generator -> generator.writeNull());
    }
}
