package io.github.ovhantispam.emulator.internal.server;

import io.github.ovhantispam.emulator.internal.http.Delivery;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import io.github.ovhantispam.emulator.internal.http.ReasonPhrase;
import io.github.ovhantispam.emulator.internal.http.ReceivedRequest;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/** A response in the terms of MockWebServer. */
record Reply(ReceivedRequest received, OutgoingResponse outgoing) {

    /** Makes what MockWebServer sends on this connection, and prepares the connection for it. */
    MockResponse on(Connection connection) {
        HttpResponse response = outgoing.response();
        MockResponse.Builder builder = new MockResponse.Builder()
                .clearHeaders()
                .headersDelay(outgoing.delivery().delay().toNanos(), TimeUnit.NANOSECONDS);
        addHead(builder, response);
        boolean bodiless =
                received.request().method().equals("HEAD") || response.status() == 204 || response.status() == 304;
        if (!bodiless) {
            addBody(builder, connection);
        } else if (response.status() == 200) {
            builder.setHeader("Content-Length", response.body().length);
        }
        switch (outgoing.delivery().manner()) {
            case NEVER -> builder.onResponseStart(SocketEffect.Stall.INSTANCE);
            case RESET -> {
                connection.resetOnClose();
                builder.onResponseStart(closed());
            }
            case CUT, OVERSTATED -> builder.onResponseEnd(closed());
            default -> {
                if (received.isLast()) {
                    builder.onResponseEnd(closed());
                }
            }
        }
        return builder.build();
    }

    /**
     * MockWebServer sends the status line as it was given, and headers one by one. So the headers that every response
     * of the API has travel with the status line. Others do not: MockWebServer logs that line, and a test may have put
     * into a header what must not be logged.
     */
    private static void addHead(MockResponse.Builder builder, HttpResponse response) {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(ReasonPhrase.of(response.status()));
        for (Map.Entry<String, String> header : response.headers().entries()) {
            String name = header.getKey();
            if (isOnEveryResponse(name, header.getValue())) {
                head.append("\r\n").append(name).append(": ").append(header.getValue());
            } else {
                builder.addHeaderLenient(name, header.getValue());
            }
        }
        builder.status(head.toString());
    }

    private static boolean isOnEveryResponse(String name, String value) {
        return switch (name) {
            case "Content-Type" -> value.equals("application/json; charset=utf-8");
            case "Date" -> value.length() == 29 && value.endsWith(" GMT");
            case "X-Ovh-QueryID" -> value.startsWith("EU.ext-1.") && value.length() < 70;
            default -> false;
        };
    }

    private void addBody(MockResponse.Builder builder, Connection connection) {
        byte[] body = outgoing.response().body();
        Delivery delivery = outgoing.delivery();
        switch (delivery.manner()) {
            case CHUNKED -> builder.chunkedBody(new Buffer().write(body), 16);
            case DRIPPED ->
                builder.body(new Buffer().write(body))
                        .throttleBody(1, delivery.pace().toNanos(), TimeUnit.NANOSECONDS);
            case CUT -> {
                connection.resetOnClose();
                builder.body(new Buffer().write(body, 0, body.length / 2)).setHeader("Content-Length", body.length);
            }
            case OVERSTATED -> builder.body(new Buffer().write(body)).setHeader("Content-Length", body.length + 10);
            default -> {
                if (delivery.manner() == Delivery.Manner.WHOLE && body.length > 0) {
                    connection.joinHeadAndBody();
                }
                builder.body(new PaddedBody(body, delivery.padding())); // and its length
            }
        }
    }

    private static SocketEffect closed() {
        return new SocketEffect.CloseSocket(true, false, false);
    }
}
