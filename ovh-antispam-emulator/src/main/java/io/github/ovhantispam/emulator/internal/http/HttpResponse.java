package io.github.ovhantispam.emulator.internal.http;

import java.util.List;
import java.util.Map;

/** A response. Immutable, if nobody writes to the body. */
public final class HttpResponse {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    public HttpResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** Returns a copy with one more header. */
    public HttpResponse with(String name, String value) {
        return new HttpResponse(status, headers.with(name, value), body);
    }

    /** Returns a copy with more headers after its own. */
    public HttpResponse with(List<Map.Entry<String, String>> others) {
        return new HttpResponse(status, headers.with(others), body);
    }

    /** Returns a copy with another status. */
    public HttpResponse withStatus(int other) {
        return new HttpResponse(other, headers, body);
    }

    /** Returns a copy with another body. */
    public HttpResponse withBody(byte[] other) {
        return new HttpResponse(status, headers, other);
    }
}
