package io.github.ovhantispam.emulator.internal.http;

/**
 * A request exactly as it was received.
 */
public final class HttpRequest {

    private final String method;
    private final String target;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean secure;

    /**
     * Makes a request.
     *
     * @param method its verb, in the case it was sent in
     * @param target its target, neither decoded nor normalised
     * @param headers its headers
     * @param body its body, empty when there was none
     * @param secure whether it came over TLS
     */
    public HttpRequest(String method, String target, HttpHeaders headers, byte[] body, boolean secure) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.secure = secure;
    }

    /**
     * The verb.
     *
     * @return in the case it was sent in
     */
    public String method() {
        return method;
    }

    /**
     * The target.
     *
     * @return neither decoded nor normalised
     */
    public String target() {
        return target;
    }

    /**
     * The headers.
     *
     * @return in order
     */
    public HttpHeaders headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return the bytes received, empty when there were none
     */
    public byte[] body() {
        return body;
    }

    /**
     * How it came.
     *
     * @return {@code https} or {@code http}
     */
    public String scheme() {
        return secure ? "https" : "http";
    }
}
