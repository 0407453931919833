package io.github.ovhantispam.emulator.internal.server;

import io.github.ovhantispam.emulator.internal.http.BodyBudget;
import io.github.ovhantispam.emulator.internal.http.HttpHandler;
import io.github.ovhantispam.emulator.internal.http.HttpHeaders;
import io.github.ovhantispam.emulator.internal.http.HttpRequest;
import io.github.ovhantispam.emulator.internal.http.HttpResponse;
import io.github.ovhantispam.emulator.internal.http.OutgoingResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A small HTTP/1.1 server that can also misbehave: MockWebServer behind our own types. */
public final class HttpServer implements AutoCloseable {

    private static final MockResponse NOTHING_SPECIAL = new MockResponse.Builder().build();

    private final MockWebServer server = new MockWebServer();
    private final Connections connections;
    private final HttpHandler handler;
    private final Consumer<Throwable> onFatal;
    private final Object largeRequest = new Object();
    private final RecordedRequestDrain kept = new RecordedRequestDrain(() -> server.takeRequest(0, TimeUnit.SECONDS));

    /** Makes a server, not started yet. */
    public HttpServer(HttpHandler handler, Optional<SSLSocketFactory> tls, Consumer<Throwable> onFatal) {
        this.connections = new Connections(tls, onFatal);
        this.onFatal = onFatal;
        this.handler = handler;
        server.setServerSocketFactory(connections);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse peek() {
                return NOTHING_SPECIAL; // asked before each request; the default makes a new one each time
            }

            @Override
            public MockResponse dispatch(RecordedRequest standIn) throws InterruptedException {
                kept.added();
                // Without its connection, which can only have been closed meanwhile, a response reaches nobody.
                return connections
                        .open(standIn.getConnectionIndex())
                        .flatMap(HttpServer.this::respond)
                        .orElse(NOTHING_SPECIAL);
            }
        });
    }

    /**
     * Starts listening.
     *
     * @throws IOException when the port cannot be had
     */
    public void start(InetAddress address, int port) throws IOException {
        server.start(address, port);
    }

    /** Returns the port it listens on. */
    public int port() {
        return server.getPort();
    }

    /** Stops listening, closes every connection and ends every thread. */
    @Override
    public void close() {
        connections.closing();
        server.close();
    }

    private Optional<MockResponse> respond(Connection connection) {
        return connection.take().map(received -> {
            try {
                return new Reply(received, responded(received.request())).on(connection);
            } catch (VirtualMachineError e) {
                connection.abort();
                onFatal.accept(e);
                throw e;
            } finally {
                connection.forgetBody();
            }
        });
    }

    private OutgoingResponse responded(HttpRequest request) {
        if (request.body().length <= BodyBudget.SMALL) {
            return handled(request);
        }
        synchronized (largeRequest) { // of which what is made can take many times the memory of the body
            return handled(request);
        }
    }

    private OutgoingResponse handled(HttpRequest request) {
        try {
            return handler.handle(request);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // A condition of the test that throws, or a mistake of ours: MockWebServer would leave the caller waiting.
            byte[] body = ("The emulator failed: " + e).getBytes(StandardCharsets.UTF_8);
            return OutgoingResponse.prompt(
                    new HttpResponse(500, HttpHeaders.NONE.with("Content-Type", "text/plain"), body));
        }
    }
}
