package io.github.ovhantispam.emulator.internal.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A request exactly as it was received. */
public final class HttpRequest {

    private final String method;
    private final String target;
    private final HttpHeaders headers;
    private final byte[] body;
    private final boolean secure;
    private final InetAddress client;
    private final Optional<Malformed> malformed;

    public HttpRequest(
            String method, String target, HttpHeaders headers, byte[] body, boolean secure, InetAddress client) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.secure = secure;
        this.client = client;
        this.malformed = Optional.empty();
    }

    /** Makes a stand-in for a request that broke HTTP itself. */
    public HttpRequest(Malformed malformed) {
        this.method = "?";
        this.target = "?";
        this.headers = HttpHeaders.NONE;
        this.body = new byte[0];
        this.secure = false;
        this.client = InetAddress.getLoopbackAddress();
        this.malformed = Optional.of(malformed);
    }

    /** A violation of HTTP. */
    public record Malformed(int status, String message) {}

    /**
     * Returns the way in which it broke HTTP itself.
     *
     * @return empty for a request that can be read
     */
    public Optional<Malformed> malformed() {
        return malformed;
    }

    /** Returns the verb. */
    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    /** Returns the path and query of the target: a client that takes the emulator for its proxy sends a whole URL. */
    public String originForm() {
        if (target.startsWith("/")) {
            return target;
        }
        try {
            URI uri = new URI(target);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            return target;
        }
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    /** Returns the address it came from. */
    public InetAddress client() {
        return client;
    }

    public String scheme() {
        return secure ? "https" : "http";
    }
}
