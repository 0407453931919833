package io.github.ovhantispam.benchmarks.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Written by hand with OkHttp and Jackson: what this project's client has to be worth its cost over. */
final class OkHttpCall implements SignedCall {

    private final OkHttpClient http = new OkHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Keys keys;
    private final long ahead;

    OkHttpCall(Map<String, String> environment) throws IOException {
        keys = Keys.of(environment);
        Request time = new Request.Builder().url(keys.endpoint() + "/auth/time").build();
        ahead = read(time, Long.class) - Instant.now().getEpochSecond();
    }

    @Override
    public SpamIp get(String block, String ipSpamming) throws IOException {
        String url = keys.endpoint() + "/ip/" + URLEncoder.encode(block, StandardCharsets.UTF_8) + "/spam/"
                + URLEncoder.encode(ipSpamming, StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond() + ahead);
        return read(
                new Request.Builder()
                        .url(url)
                        .header("Accept", "application/json")
                        .header("X-Ovh-Application", keys.applicationKey())
                        .header("X-Ovh-Consumer", keys.consumerKey())
                        .header("X-Ovh-Timestamp", timestamp)
                        .header("X-Ovh-Signature", keys.signature(url, timestamp))
                        .build(),
                SpamIp.class);
    }

    private <T> T read(Request request, Class<T> type) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException(
                        "status " + response.code() + ": " + response.body().string());
            }
            return json.readValue(response.body().byteStream(), type);
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }
}
