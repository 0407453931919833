package io.github.ovhantispam.emulator.internal.http;

/** What is to be answered. Immutable, if nobody writes to the body. */
public final class HttpResponse {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    /**
     * Makes a response.
     *
     * @param status its status
     * @param headers its headers, without those that describe its length
     * @param body its body
     */
    public HttpResponse(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * The status.
     *
     * @return for example 200
     */
    public int status() {
        return status;
    }

    /**
     * The headers.
     *
     * @return without those that describe the length
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return the bytes, empty when there are none
     */
    public byte[] body() {
        return body;
    }

    /**
     * A copy with one more header.
     *
     * @param name its name
     * @param value its value
     * @return the copy
     */
    public HttpResponse with(String name, String value) {
        return new HttpResponse(status, headers.with(name, value), body);
    }

    /**
     * A copy with another status.
     *
     * @param other the status
     * @return the copy
     */
    public HttpResponse withStatus(int other) {
        return new HttpResponse(other, headers, body);
    }

    /**
     * A copy with another body.
     *
     * @param other the body
     * @return the copy
     */
    public HttpResponse withBody(byte[] other) {
        return new HttpResponse(status, headers, other);
    }
}
