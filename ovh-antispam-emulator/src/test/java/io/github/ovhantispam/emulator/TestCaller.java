package io.github.ovhantispam.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A caller written for these tests only: it signs with its own code and hides nothing. */
final class TestCaller implements AutoCloseable {

    private final OkHttpClient http;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Map<String, String> extraHeaders = new TreeMap<>();

    TestCaller(Map<String, String> environment, InstantSource clock) {
        this(environment, clock, new OkHttpClient());
    }

    TestCaller(Map<String, String> environment, InstantSource clock, OkHttpClient http) {
        this.http = http.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .build();
        this.environment = environment;
        this.clock = clock;
    }

    static TestCaller of(AntispamEmulator emulator) {
        return new TestCaller(emulator.environment(), emulator.clock());
    }

    /** Sends this header with every further request, over the one that would be sent. */
    TestCaller with(String name, String value) {
        extraHeaders.put(name, value);
        return this;
    }

    Reply get(String path) {
        return call("GET", path, null);
    }

    Reply post(String path) {
        return call("POST", path, "");
    }

    Reply post(String path, String body) {
        return call("POST", path, body);
    }

    Reply call(String method, String path, String body) {
        try {
            return tryCall(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply tryCall(String method, String path, String body) throws IOException {
        String url = environment.get("OVH_ENDPOINT") + path;
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        Request.Builder request = new Request.Builder()
                .url(url)
                .method(
                        method,
                        body == null
                                ? null
                                : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), (MediaType) null));
        request.header("X-Ovh-Application", environment.get("OVH_APPLICATION_KEY"));
        request.header("X-Ovh-Consumer", environment.get("OVH_CONSUMER_KEY"));
        request.header("X-Ovh-Timestamp", timestamp);
        String sent = request.build().url().toString();
        request.header("X-Ovh-Signature", signature(method, sent, body == null ? "" : body, timestamp));
        extraHeaders.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            return new Reply(response.code(), response.body().string(), response.headers());
        }
    }

    /** Sends a request as it is, with no credentials but those given. */
    Reply bare(String method, String url, String body, Map<String, String> headers) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .method(
                        method,
                        body == null
                                ? null
                                : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), (MediaType) null));
        headers.forEach(request::header);
        try (Response response = http.newCall(request.build()).execute()) {
            return new Reply(response.code(), response.body().string(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String signature(String method, String url, String body, String timestamp) {
        String base = String.join(
                "+",
                environment.get("OVH_APPLICATION_SECRET"),
                environment.get("OVH_CONSUMER_KEY"),
                method,
                url,
                body,
                timestamp);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(base.getBytes(StandardCharsets.UTF_8));
            return "$1$" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    record Reply(int status, String body, Headers headers) {}
}
