package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.http.ProofHeaders;
import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The signature of a request, over the URL and the body bytes that are about to be sent, at the server's time. */
final class SignatureHeaders implements ProofHeaders {

    private static final byte[] NOTHING = {};

    /** Room for a timestamp and plus signs, so that no builder has to grow. */
    private static final int LONGEST_END = 32;

    private final String applicationKey;
    private final String applicationSecret;
    private final String consumerKey;
    private final ServerClock clock;

    /** A digest of the two secrets with which each signature begins, copied for each. */
    private final MessageDigest begun;

    SignatureHeaders(String applicationKey, String applicationSecret, String consumerKey, ServerClock clock) {
        this.applicationKey = applicationKey;
        this.applicationSecret = applicationSecret;
        this.consumerKey = consumerKey;
        this.clock = clock;
        this.begun = begin();
    }

    @Override
    public void add(Request request, Request.Builder headers) throws IOException {
        Instant now = clock.now();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt != null) {
            attempt.signedAt(now);
        }
        long timestamp = now.getEpochSecond();
        String signature = sign(request.method(), request.url().toString(), bytes(request.body()), timestamp);
        headers.header("X-Ovh-Application", applicationKey)
                .header("X-Ovh-Consumer", consumerKey)
                .header("X-Ovh-Timestamp", Long.toString(timestamp))
                .header("X-Ovh-Signature", signature);
    }

    private static byte[] bytes(@Nullable RequestBody body) throws IOException {
        if (body == null) {
            return NOTHING;
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }

    /** Returns the signature that the vendor calls {@code $1$}: SHA-1 over six parts joined by plus signs. */
    String sign(String method, String url, byte[] body, long timestamp) {
        MessageDigest sha1 = copyOfBegun();
        StringBuilder text = new StringBuilder(method.length() + url.length() + LONGEST_END);
        text.append(method).append('+').append(url).append('+');
        if (body.length > 0) {
            sha1.update(utf8(text.toString()));
            sha1.update(body);
            text.setLength(0);
        }
        sha1.update(utf8(text.append('+').append(timestamp).toString()));
        return "$1$".concat(HexFormat.of().formatHex(sha1.digest()));
    }

    /** Synchronized for digests of other providers, some of which use their hardware to make a copy. */
    private synchronized MessageDigest copyOfBegun() {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException e) {
            return begin(); // a digest of another provider than Java's own may be unable to be copied
        }
    }

    private MessageDigest begin() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(utf8(applicationSecret + '+' + consumerKey + '+'));
            return sha1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
