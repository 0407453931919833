package io.github.ovhantispam.client.internal.auth;

import io.github.ovhantispam.client.internal.time.ServerClock;
import io.github.ovhantispam.client.internal.wire.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Network interceptor: signs each request over the URL and the body bytes that are about to be sent, at the server's
 * time. It runs last, so nothing changes them afterwards.
 */
final class SigningInterceptor implements Interceptor {

    private final String applicationKey;
    private final String applicationSecret;
    private final String consumerKey;
    private final ServerClock clock;

    SigningInterceptor(String applicationKey, String applicationSecret, String consumerKey, ServerClock clock) {
        this.applicationKey = applicationKey;
        this.applicationSecret = applicationSecret;
        this.consumerKey = consumerKey;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Instant now = clock.now();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt != null) {
            attempt.signedAt(now);
        }
        long timestamp = now.getEpochSecond();
        String signature = sign(request.method(), request.url().toString(), bytes(request.body()), timestamp);
        return chain.proceed(request.newBuilder()
                .header("X-Ovh-Application", applicationKey)
                .header("X-Ovh-Consumer", consumerKey)
                .header("X-Ovh-Timestamp", Long.toString(timestamp))
                .header("X-Ovh-Signature", signature)
                .build());
    }

    private static byte[] bytes(@Nullable RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        if (body != null) {
            body.writeTo(buffer);
        }
        return buffer.readByteArray();
    }

    /** Returns the signature that the vendor calls {@code $1$}: SHA-1 over six parts joined by plus signs. */
    String sign(String method, String url, byte[] body, long timestamp) {
        MessageDigest sha1 = sha1();
        sha1.update((applicationSecret + '+' + consumerKey + '+' + method + '+' + url + '+')
                .getBytes(StandardCharsets.UTF_8));
        sha1.update(body);
        sha1.update(("+" + timestamp).getBytes(StandardCharsets.UTF_8));
        return "$1$" + HexFormat.of().formatHex(sha1.digest());
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
