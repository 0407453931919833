package io.github.ovhantispam.emulator.internal.http;

import io.github.ovhantispam.emulator.internal.error.ReasonPhrase;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;

/** A small HTTP/1.1 server that can also misbehave: MockWebServer behind our own types. */
public final class HttpServer implements AutoCloseable {

    private static final MockResponse NOTHING_SPECIAL = new MockResponse.Builder().build();

    private final MockWebServer server = new MockWebServer();
    private final Connections connections;

    /**
     * Makes a server, not started yet.
     *
     * @param handler answers its requests
     * @param tls when present, makes the server speak TLS
     */
    public HttpServer(HttpHandler handler, Optional<SSLSocketFactory> tls) {
        this.connections = new Connections(tls);
        server.setServerSocketFactory(connections);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse peek() {
                return NOTHING_SPECIAL; // asked before each request; the default makes a new one each time
            }

            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                server.takeRequest(0, TimeUnit.SECONDS); // or MockWebServer would keep every request until it is closed
                Optional<MalformedRequestException> malformed = connections.malformed(request.getConnectionIndex());
                HttpRequest received = malformed
                        .map(error -> new HttpRequest(
                                new HttpRequest.Malformed(error.status(), String.valueOf(error.getMessage()))))
                        .orElseGet(() -> received(request, tls.isPresent()));
                MockResponse.Builder response = toSend(request, answered(handler, received));
                return (malformed.isPresent() ? response.onResponseEnd(closed()) : response).build();
            }
        });
    }

    /**
     * Starts listening.
     *
     * @param address where
     * @param port where; 0 for any that is free
     * @throws IOException when the port cannot be had
     */
    public void start(InetAddress address, int port) throws IOException {
        server.start(address, port);
    }

    /**
     * The port it listens on.
     *
     * @return never 0
     */
    public int port() {
        return server.getPort();
    }

    /** Stops listening, closes every connection and ends every thread. */
    @Override
    public void close() {
        server.close();
    }

    private static Answer answered(HttpHandler handler, HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            // A condition of the test that throws, or a mistake of ours: MockWebServer would leave the caller waiting.
            byte[] body = ("The emulator failed: " + e).getBytes(StandardCharsets.UTF_8);
            return Answer.prompt(new HttpResponse(500, HttpHeaders.NONE.with("Content-Type", "text/plain"), body));
        }
    }

    private static HttpRequest received(RecordedRequest request, boolean secure) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        Headers received = request.getHeaders();
        for (int i = 0; i < received.size(); i++) {
            headers.add(Map.entry(received.name(i), received.value(i)));
        }
        byte[] body =
                request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
        return new HttpRequest(request.getMethod(), request.getTarget(), new HttpHeaders(headers), body, secure);
    }

    private MockResponse.Builder toSend(RecordedRequest request, Answer answer) {
        HttpResponse response = answer.response();
        Delivery delivery = answer.delivery();
        MockResponse.Builder builder = new MockResponse.Builder()
                .clearHeaders()
                .status("HTTP/1.1 " + response.status() + " " + ReasonPhrase.of(response.status()))
                .headersDelay(delivery.delay().toNanos(), TimeUnit.NANOSECONDS);
        for (Map.Entry<String, String> header : response.headers().entries()) {
            builder.addHeaderLenient(header.getKey(), header.getValue());
        }
        boolean bodiless = request.getMethod().equals("HEAD") || response.status() == 204 || response.status() == 304;
        if (!bodiless) {
            addBody(builder, request, response.body(), delivery);
        } else if (response.status() == 200) {
            builder.setHeader("Content-Length", response.body().length);
        }
        switch (delivery.manner()) {
            case NEVER -> builder.onResponseStart(SocketEffect.Stall.INSTANCE);
            case RESET -> {
                connections.resetOnClose(request.getConnectionIndex());
                builder.onResponseStart(closed());
            }
            default -> {
                if (endsConnection(request, delivery)) {
                    builder.onResponseEnd(closed());
                }
            }
        }
        return builder;
    }

    private void addBody(MockResponse.Builder builder, RecordedRequest request, byte[] body, Delivery delivery) {
        switch (delivery.manner()) {
            case CHUNKED -> builder.chunkedBody(new Buffer().write(body), 16);
            case DRIPPED ->
                builder.body(new Buffer().write(body))
                        .throttleBody(1, delivery.pace().toNanos(), TimeUnit.NANOSECONDS);
            case CUT -> {
                connections.resetOnClose(request.getConnectionIndex());
                builder.body(new Buffer().write(body, 0, body.length / 2)).setHeader("Content-Length", body.length);
            }
            case OVERSTATED -> builder.body(new Buffer().write(body)).setHeader("Content-Length", body.length + 10);
            default -> {
                if (delivery.manner() == Delivery.Manner.WHOLE && body.length > 0) {
                    connections.joinHeadAndBody(request.getConnectionIndex());
                }
                builder.body(new PaddedBody(body, delivery.padding()))
                        .setHeader("Content-Length", body.length + delivery.padding());
            }
        }
    }

    private static boolean endsConnection(RecordedRequest request, Delivery delivery) {
        String connection = request.getHeaders().get("Connection");
        return delivery.manner() == Delivery.Manner.CUT
                || delivery.manner() == Delivery.Manner.OVERSTATED
                || request.getVersion().equals("HTTP/1.0")
                || (connection != null && connection.toLowerCase(Locale.ROOT).contains("close"));
    }

    private static SocketEffect closed() {
        return new SocketEffect.CloseSocket(true, false, false);
    }
}
