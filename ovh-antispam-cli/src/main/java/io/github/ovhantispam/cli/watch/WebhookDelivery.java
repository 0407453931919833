package io.github.ovhantispam.cli.watch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/**
 * A web address that each change is posted to, as JSON. Only https, or http on this machine; no redirects; never any of
 * our credentials. Messages name its host alone: the path of such an address is often a secret.
 */
public final class WebhookDelivery implements Delivery {

    private final URI address;
    private final Duration limit;
    private final HttpClient client;

    private WebhookDelivery(URI address, Duration limit) {
        this.address = address;
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException when it is not safe; the message does not quote it
     */
    public static WebhookDelivery of(String url, Duration limit) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the webhook is not a URL, at character " + e.getIndex());
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (address.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException("the webhook is not an https URL with a host");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("the webhook has a user or a password in its URL");
        }
        if (scheme.equals("http") && !isLoopback(address.getHost().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the webhook is plain http, which is accepted for this machine only");
        }
        return new WebhookDelivery(address, limit);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    @Override
    public void deliver(ChangeMessage message) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofString(message.json()))
                .build();
        int status;
        try {
            status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IOException("the webhook at " + address.getHost() + " failed: " + reason(e), e);
        }
        if (status < 200 || status > 299) {
            throw new IOException("the webhook at " + address.getHost() + " responded " + status);
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
