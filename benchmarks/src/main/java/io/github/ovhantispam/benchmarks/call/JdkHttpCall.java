package io.github.ovhantispam.benchmarks.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.ovhantispam.model.SpamIp;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Written by hand with nothing but the JDK and Jackson. */
final class JdkHttpCall implements SignedCall {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Keys keys;
    private final long ahead;

    JdkHttpCall(Map<String, String> environment) throws IOException, InterruptedException {
        keys = Keys.of(environment);
        URI time = URI.create(keys.endpoint() + "/auth/time");
        ahead = read(HttpRequest.newBuilder(time).build(), Long.class)
                - Instant.now().getEpochSecond();
    }

    @Override
    public SpamIp get(String block, String ipSpamming) throws IOException, InterruptedException {
        String url = keys.endpoint() + "/ip/" + URLEncoder.encode(block, StandardCharsets.UTF_8) + "/spam/"
                + URLEncoder.encode(ipSpamming, StandardCharsets.UTF_8);
        String timestamp = Long.toString(Instant.now().getEpochSecond() + ahead);
        return read(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "application/json")
                        .header("X-Ovh-Application", keys.applicationKey())
                        .header("X-Ovh-Consumer", keys.consumerKey())
                        .header("X-Ovh-Timestamp", timestamp)
                        .header("X-Ovh-Signature", keys.signature(url, timestamp))
                        .build(),
                SpamIp.class);
    }

    private <T> T read(HttpRequest request, Class<T> type) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return json.readValue(body, type);
        }
    }

    /** It has no way to close it before Java 21. */
    @Override
    public void close() {}
}
